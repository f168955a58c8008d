package fr.jalon.portal.privacy;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.web.LegalSettings;
import fr.jalon.portal.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The notice that everyone may read, and the register it comes from. */
@Controller
class RegisterController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Register register;
  private final PrivacySettings settings;
  private final LegalSettings legal;
  private final CurrentPerson current;

  RegisterController(
      Register register, PrivacySettings settings, LegalSettings legal, CurrentPerson current) {
    this.register = register;
    this.settings = settings;
    this.legal = legal;
    this.current = current;
  }

  @GetMapping(PrivacyPaths.NOTICE)
  String notice(Page page, Model model) {
    model.addAttribute("page", page.titled("privacy.notice.title"));
    model.addAttribute("entries", RegisterViews.entries(register, page.messages()));
    model.addAttribute("who", who());
    model.addAttribute("member", current.find().isPresent());
    return "privacy/notice";
  }

  @GetMapping(PrivacyPaths.KEPT)
  String register(Page page, Model model) {
    model.addAttribute("page", page.titled("privacy.register.heading"));
    model.addAttribute("entries", RegisterViews.entries(register, page.messages()));
    model.addAttribute("who", who());
    return "privacy/register";
  }

  @GetMapping(PrivacyPaths.KEPT + "/registre.csv")
  ResponseEntity<byte[]> csv(Page page) {
    List<RegisterEntry> entries = RegisterViews.entries(register, page.messages());
    return ResponseEntity.ok()
        .contentType(CSV)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("registre.csv").build().toString())
        .body(RegisterViews.csv(entries, page.messages()).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Who answers: as the settings say, the publisher and the contact of the site where they do not.
   */
  private PrivacySettings who() {
    return new PrivacySettings(
        settings.controller().isBlank() ? legal.publisher() : settings.controller(),
        settings.officer(),
        settings.contact().isBlank() ? legal.contact() : settings.contact());
  }
}
