package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
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
    Beneficiary one = forStaff(id, who);
    model.addAttribute("page", page.titled("programme.notes.title", one.name()));
    model.addAttribute("one", one);
    model.addAttribute("notes", notes.read(who, id));
    return "programme/notes";
  }

  @PostMapping("/beneficiaires/{id}/notes")
  String write(
      Person who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes attributes) {
    Beneficiary one = forStaff(id, who);
    notes.add(who, id, text);
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
