package fr.jalon.portal.privacy;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.privacy.PersonalFiles.Dossier;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is kept of one person: for themselves, and for administrators who answer a request. An
 * address to look for is never part of an address of ours: those are logged on their way.
 */
@Controller
class PeopleDataController {
  private final PersonalFiles files;

  PeopleDataController(PersonalFiles files) {
    this.files = files;
  }

  @GetMapping(PrivacyPaths.OWN)
  String own(Page page, Person who, Model model) {
    model.addAttribute("page", page.titled("privacy.own.title"));
    model.addAttribute("view", DossierView.of(files.findOwn(who), page));
    return "privacy/own";
  }

  @GetMapping(PrivacyPaths.OWN + "/donnees.zip")
  ResponseEntity<byte[]> exportOwn(Page page, Person who) throws IOException {
    return archive(files.exportOwn(who), page.messages());
  }

  @GetMapping(PrivacyPaths.PEOPLE)
  String form(Page page, Model model) {
    return form(page, "", "", FormErrors.NONE, model);
  }

  @PostMapping(PrivacyPaths.PEOPLE)
  String find(
      Page page,
      Person who,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      Model model,
      HttpServletResponse response) {
    try {
      return show(page, files.look(email, name, who), name, FormErrors.NONE, model);
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      return form(
          page, email, name, FormErrors.of("email", rejected.sentence(page.messages())), model);
    }
  }

  @PostMapping(PrivacyPaths.PEOPLE + "/donnees.zip")
  ResponseEntity<byte[]> export(
      Page page,
      Person who,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name)
      throws IOException {
    return archive(files.export(email, name, who), page.messages());
  }

  @PostMapping(PrivacyPaths.PEOPLE + "/effacer")
  String erase(
      Page page,
      Person who,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String read,
      Model model,
      HttpServletResponse response) {
    if (!read.equals("oui")) {
      Rejected unread = new Rejected(PrivacyProblem.NOT_CONFIRMED);
      response.setStatus(unread.problem().status());
      return show(
          page,
          files.look(email, name, who),
          name,
          FormErrors.of("read", unread.sentence(page.messages())),
          model);
    }
    PersonalFiles.Erasure erasure = files.erase(email, name, who);
    model.addAttribute("page", page.titled("privacy.erased.title"));
    model.addAttribute("before", DossierView.of(erasure.before(), page));
    model.addAttribute("after", DossierView.of(erasure.after(), page));
    return "privacy/erased";
  }

  private static String form(Page page, String email, String name, FormErrors errors, Model model) {
    model.addAttribute("page", page.titled("privacy.people.title"));
    model.addAttribute("email", email);
    model.addAttribute("name", name);
    model.addAttribute("errors", errors);
    return "privacy/people";
  }

  private static String show(
      Page page, Dossier dossier, String name, FormErrors errors, Model model) {
    model.addAttribute(
        "page",
        page.titled(
            "privacy.person.title",
            dossier.name().isEmpty() ? dossier.subject().email() : dossier.name()));
    model.addAttribute("view", DossierView.of(dossier, page));
    model.addAttribute("name", name);
    model.addAttribute("errors", errors);
    return "privacy/person";
  }

  private static ResponseEntity<byte[]> archive(Dossier dossier, Messages words)
      throws IOException {
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "zip"))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("donnees.zip").build().toString())
        .body(Archive.of(dossier, words));
  }
}
