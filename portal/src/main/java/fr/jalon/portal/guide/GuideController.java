package fr.jalon.portal.guide;

import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The library of guides, each of them, and the words of the pages. */
@Controller
class GuideController {
  static final String GUIDES = "/guides";
  static final String WORDS = "/glossaire";

  @GetMapping(GUIDES)
  String list(Page page, Model model) {
    model.addAttribute("page", page.titled("guide.title"));
    model.addAttribute("guides", List.of(Guide.values()));
    return "guide/list";
  }

  @GetMapping(GUIDES + "/{slug}")
  String show(Page page, @PathVariable String slug, Model model) {
    Guide guide = Guide.find(slug).orElseThrow(() -> new Rejected(GuideProblem.NO_SUCH_GUIDE));
    model.addAttribute("page", page.titled(guide.titleKey()));
    model.addAttribute("guide", guide);
    model.addAttribute("next", guide.next().orElse(null));
    return "guide/one";
  }

  @GetMapping(WORDS)
  String words(Page page, Model model) {
    Collator order = Collator.getInstance(page.messages().locale());
    model.addAttribute("page", page.titled("term.title"));
    model.addAttribute(
        "terms",
        Stream.of(Term.values())
            .sorted(Comparator.comparing(term -> page.t(term.textKey()), order))
            .toList());
    return "guide/words";
  }
}
