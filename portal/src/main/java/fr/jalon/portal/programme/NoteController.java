package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes between facilitators, on a page of their own: each look at it is noted. */
@Controller
@RequestMapping(ProgrammePaths.PROGRAMME)
class NoteController {
  private final Beneficiaries beneficiaries;
  private final Notes notes;

  NoteController(Beneficiaries beneficiaries, Notes notes) {
    this.beneficiaries = beneficiaries;
    this.notes = notes;
  }

  @GetMapping("/beneficiaires/{id}/notes")
  String read(Page page, Person who, @PathVariable UUID id, Model model) {
    return show(page, who, forStaff(id, who), "", FormErrors.NONE, model);
  }

  private String show(
      Page page, Person who, Beneficiary one, String typed, FormErrors errors, Model model) {
    model.addAttribute("page", page.titled("programme.notes.title", one.name()));
    model.addAttribute("one", one);
    model.addAttribute("notes", notes.read(who, one.id()));
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "programme/notes";
  }

  @PostMapping("/beneficiaires/{id}/notes")
  String write(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Beneficiary one = forStaff(id, who);
    try {
      notes.add(who, id, text);
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      return show(
          page, who, one, text, FormErrors.of("text", rejected.sentence(page.messages())), model);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("programme.note.added", one.name()));
    return "redirect:" + one.href();
  }

  @GetMapping("/consultations")
  String readings(Page page, Model model) {
    model.addAttribute("page", page.titled("programme.readings.title"));
    model.addAttribute("readings", notes.listReadings());
    return "programme/readings";
  }

  private Beneficiary forStaff(UUID id, Person who) {
    if (who.role().belongsToAnAuthority()) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_BENEFICIARY);
    }
    return beneficiaries.get(id);
  }
}
