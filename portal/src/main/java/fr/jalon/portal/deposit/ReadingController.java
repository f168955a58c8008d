package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.Reading;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Voici ce que j'ai lu": what was read, and how to say that it is not so. */
@Controller
@RequestMapping("/depots")
class ReadingController {
  private final Deposits deposits;
  private final DepositMends mends;
  private final Storage storage;
  private final DepositPages pages;

  ReadingController(Deposits deposits, DepositMends mends, Storage storage, DepositPages pages) {
    this.deposits = deposits;
    this.mends = mends;
    this.storage = storage;
    this.pages = pages;
  }

  @GetMapping("/{id}/lecture")
  String reading(@PathVariable UUID id, Page page, Person who, Model model) throws IOException {
    return reading(page, deposits.get(id, who), "", model);
  }

  /**
   * @param notice why what was asked was not done, "" when it was
   */
  private String reading(Page page, Deposit deposit, String notice, Model model)
      throws IOException {
    String other = pages.elsewhere(page, deposit, Step.READING, model);
    if (other != null) {
      return other;
    }
    Inspection inspection = deposit.inspected();
    Reading read = Objects.requireNonNull(inspection.reading(), "reading");
    // the file's own lines are not covered: of one that speaks of people, only what was read is
    // shown
    List<byte[]> raw =
        deposit.speaksOfPeople()
            ? List.of()
            : TextAlternatives.lines(read, storage.path(deposit.sha256()));
    pages.frame(page.titled("deposit.reading.title"), deposit, Step.READING, model);
    model.addAttribute("apart", new MendsViews(page).apart(deposit, mends.setApart(deposit)));
    model.addAttribute(
        "view", new ReadingViews(page).of(inspection, deposit.reading(), deposit.schema(), raw));
    model.addAttribute("notice", notice);
    return "deposit/reading";
  }

  /** Someone asked for another reading since: the page as it is now, and why nothing was done. */
  private String orSayWhy(
      UUID id,
      Page page,
      Person who,
      Model model,
      HttpServletResponse response,
      Supplier<String> what)
      throws IOException {
    try {
      return what.get();
    } catch (Rejected rejected) {
      if (rejected.problem() != DepositProblem.READING_CHANGED) {
        throw rejected;
      }
      response.setStatus(rejected.problem().status());
      return reading(page, deposits.get(id, who), rejected.sentence(page.messages()), model);
    }
  }

  /**
   * @param revision of the reading the page showed
   */
  @PostMapping("/{id}/lecture")
  String agree(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam(defaultValue = "-1") int revision,
      Model model,
      HttpServletResponse response)
      throws IOException {
    return orSayWhy(
        id,
        page,
        who,
        model,
        response,
        () -> {
          Step next = deposits.confirmReading(id, who, revision);
          pages.waitBriefly(id);
          return "redirect:" + deposits.get(id, who).href(next);
        });
  }

  /** "Ce n'est pas ça": one thing is corrected at a time, the rest stays as it was. */
  @PostMapping("/{id}/lecture/relire")
  String reread(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> form,
      @RequestParam(defaultValue = "-1") int revision,
      @RequestParam @Nullable String schema,
      @RequestParam @Nullable String forget,
      @RequestParam @Nullable String back,
      Model model,
      HttpServletResponse response)
      throws IOException {
    Deposit deposit = deposits.get(id, who);
    return orSayWhy(
        id,
        page,
        who,
        model,
        response,
        () -> {
          if (forget != null) {
            boolean schemaToo = forget.equals("all") || forget.equals("schema");
            ReadOptions reading = Rereading.forget(deposit.reading(), forget);
            deposits.reread(id, who, revision, reading, schemaToo ? null : deposit.schema());
          } else {
            ReadOptions reading = Rereading.of(deposit.reading(), form);
            deposits.reread(id, who, revision, reading, chosen(schema, deposit.schema()));
          }
          pages.waitBriefly(id);
          boolean place = back != null && back.matches("[a-z]{1,20}");
          return "redirect:" + deposit.href(Step.READING) + (place ? "#" + back : "");
        });
  }

  private static @Nullable String chosen(@Nullable String schema, @Nullable String before) {
    if (schema == null) {
      return before;
    }
    return schema.isEmpty() ? null : schema;
  }
}
