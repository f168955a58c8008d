package fr.jalon.portal.home;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.home.signal.Limits;
import fr.jalon.portal.home.signal.SignalPaths;
import fr.jalon.portal.home.signal.SignalProblem;
import fr.jalon.portal.home.signal.Signals;
import fr.jalon.portal.home.signal.Threshold;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From when on a season's signals are told. */
@Controller
@RequestMapping(SignalPaths.LIMITS)
class LimitsController {
  private final Signals signals;
  private final Seasons seasons;

  LimitsController(Signals signals, Seasons seasons) {
    this.signals = signals;
    this.seasons = seasons;
  }

  @GetMapping
  String show(Page page, @PathVariable String slug, Model model) {
    Season season = seasons.get(slug);
    Limits limits = signals.limits(season);
    Map<String, String> typed = new LinkedHashMap<>();
    for (Threshold one : Threshold.values()) {
      typed.put(one.key(), Integer.toString(limits.of(one)));
    }
    return form(page, season, typed, FormErrors.NONE, model);
  }

  @PostMapping
  String save(
      Page page,
      Person who,
      @PathVariable String slug,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Season season = seasons.get(slug);
    Map<Threshold, Integer> values = new EnumMap<>(Threshold.class);
    Map<String, String> faults = new LinkedHashMap<>();
    for (Threshold one : Threshold.values()) {
      String typed = sent.getOrDefault(one.key(), "").strip();
      if (typed.matches("\\d{1,3}")) {
        values.put(one, Integer.parseInt(typed));
      } else if (!typed.isEmpty()) {
        faults.put(one.key(), page.t("signal.problem.no-such-threshold"));
      }
    }
    if (faults.isEmpty()) {
      try {
        signals.setLimits(who, season, values);
        attributes.addFlashAttribute(Flash.NAME, Flash.of("signal.limits.saved"));
        return "redirect:" + SignalPaths.LIMITS.replace("{slug}", season.slug());
      } catch (Rejected rejected) {
        if (rejected.problem() != SignalProblem.NO_SUCH_THRESHOLD) {
          throw rejected;
        }
        faults.put(Threshold.STUCK.key(), page.t("signal.problem.no-such-threshold"));
      }
    }
    response.setStatus(422);
    return form(page, season, sent, new FormErrors(faults), model);
  }

  private static String form(
      Page page, Season season, Map<String, String> typed, FormErrors errors, Model model) {
    List<String> keys = Stream.of(Threshold.values()).map(Threshold::key).toList();
    Map<String, String> usual = new LinkedHashMap<>();
    for (Threshold one : Threshold.values()) {
      usual.put(one.key(), page.n("signal.limits.usual." + one.unit(), one.usual()));
    }
    model.addAttribute("page", page.titled("signal.limits.title", season.name()));
    model.addAttribute("season", season);
    model.addAttribute("keys", keys);
    model.addAttribute("usual", usual);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "home/limits";
  }
}
