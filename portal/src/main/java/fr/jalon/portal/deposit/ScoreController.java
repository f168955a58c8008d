package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Page;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The score of a description while it is written: a part of a page, nothing is kept. */
@Controller
@RequestMapping("/depots/{id}/description/score")
class ScoreController {
  private final Deposits deposits;
  private final Describing describing;
  private final Clock clock;

  ScoreController(Deposits deposits, Describing describing, Clock clock) {
    this.deposits = deposits;
    this.describing = describing;
    this.clock = clock;
  }

  /** Of what was kept last. */
  @GetMapping
  String kept(@PathVariable UUID id, Page page, Person who, Model model) {
    Deposit deposit = deposits.get(id, who);
    return score(page, deposit, describing.of(deposit).under(deposit.draft()), model);
  }

  /** Of a form as it stands. */
  @PostMapping
  String written(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> form,
      Model model) {
    return score(page, deposits.get(id, who), DescriptionForm.of(form).draft(), model);
  }

  private String score(Page page, Deposit deposit, Draft draft, Model model) {
    model.addAttribute("page", page);
    model.addAttribute(
        "score", ScoreView.of(page, describing.facts(draft, deposit.written()), clock.instant()));
    return "deposit/score";
  }
}
