package fr.jalon.portal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages every site owes its visitors: who answers for it, and who can use it. */
@Controller
class InformationController {
  private final LegalSettings legal;

  InformationController(LegalSettings legal) {
    this.legal = legal;
  }

  @GetMapping("/mentions-legales")
  String legal(Page page, Model model) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("publisher", legal.publisher());
    facts.put("director", legal.director());
    facts.put("host", legal.host());
    facts.put("contact", legal.contact());
    facts.values().removeIf(String::isBlank);
    model.addAttribute("page", page.titled("web.legal"));
    model.addAttribute("facts", facts);
    return "web/legal";
  }

  @GetMapping("/accessibilite")
  String accessibility(Page page, Model model) {
    model.addAttribute("page", page.titled("web.accessibility"));
    model.addAttribute("contact", legal.contact());
    return "web/accessibility";
  }
}
