package fr.jalon.portal.home;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.agreement.AgreementProblem;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.FunderAct;
import fr.jalon.portal.agreement.Funders;
import fr.jalon.portal.agreement.Viewer;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The money and the agreements of a season, for those who bill and for administrators. */
@Controller
@RequestMapping(MoneyController.PATH)
class MoneyController {
  static final String PATH = "/argent";

  private final Money money;
  private final Funders funders;
  private final Seasons seasons;

  MoneyController(Money money, Funders funders, Seasons seasons) {
    this.money = money;
    this.funders = funders;
    this.seasons = seasons;
  }

  @GetMapping
  String show(
      Page page,
      Person who,
      @RequestParam(name = "saison", defaultValue = "") String slug,
      @RequestParam(name = "date", defaultValue = "") String day,
      @RequestParam(name = "filtre", defaultValue = "") String filter,
      Model model) {
    requireMoney(who);
    Optional<Season> season =
        slug.isEmpty() ? seasons.findCurrent() : Optional.of(seasons.get(slug));
    if (season.isEmpty()) {
      model.addAttribute("page", page.titled("home.money.title"));
      model.addAttribute("seasons", false);
      return "home/empty";
    }
    return show(
        page, season.get(), day(day), MoneyFilter.of(filter), Map.of(), FormErrors.NONE, model);
  }

  private String show(
      Page page,
      Season season,
      LocalDate day,
      MoneyFilter filter,
      Map<String, String> typed,
      FormErrors errors,
      Model model) {
    model.addAttribute("page", page.titled("home.money.title").widened());
    model.addAttribute(
        "view",
        new MoneyViews(page, seasons.today()).of(money.look(season, day), seasons.list(), filter));
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "home/money";
  }

  @GetMapping("/{part:collectivites|financeurs}.{format:csv|xlsx}")
  ResponseEntity<byte[]> export(
      Page page,
      Person who,
      @PathVariable String part,
      @PathVariable String format,
      @RequestParam(name = "saison") String slug,
      @RequestParam(name = "date", defaultValue = "") String day)
      throws IOException {
    requireMoney(who);
    Season season = seasons.get(slug);
    Money.Look look = money.look(season, day(day));
    if (look.money().findMismatch().isPresent()) {
      throw new Rejected(HomeProblem.TOTALS_DO_NOT_AGREE);
    }
    WrittenFormat written = WrittenFormat.of(format);
    MoneyFiles.Part what =
        Stream.of(MoneyFiles.Part.values())
            .filter(one -> one.key().equals(part))
            .findFirst()
            .orElseThrow();
    String name = "argent-%s-%s-%s.%s".formatted(season.slug(), part, look.money().day(), format);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(written.mediaType()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new MoneyFiles(page, written).write(what, look.money()));
  }

  /** A funder was asked for a sum, or paid. */
  @PostMapping("/financeurs")
  String record(
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    return write(page, who, sent, model, response, attributes, () -> act(sent));
  }

  @PostMapping("/financeurs/corriger")
  String correct(
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    return write(
        page,
        who,
        sent,
        model,
        response,
        attributes,
        () ->
            new FunderAct.Corrected(seasons.today(), id(text(sent, "fact")), text(sent, "reason")));
  }

  private String write(
      Page page,
      Person who,
      MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes,
      Supplier<FunderAct> act) {
    requireMoney(who);
    Season season = seasons.get(text(sent, "saison"));
    try {
      funders.record(season.id(), id(text(sent, "id")), act.get(), who);
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      return show(
          page,
          season,
          seasons.today(),
          MoneyFilter.ALL,
          sent.toSingleValueMap(),
          FormErrors.of(field(rejected), rejected.sentence(page.messages())),
          model);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("home.money.recorded.done"));
    return "redirect:" + PATH + "?saison=" + season.slug() + "#financeurs";
  }

  private static FunderAct act(MultiValueMap<String, String> sent) {
    LocalDate on;
    try {
      on = LocalDate.parse(text(sent, "on"));
    } catch (DateTimeParseException noDay) {
      throw new Rejected(AgreementProblem.DAY_MISSING);
    }
    Euros amount =
        Euros.read(text(sent, "amount"))
            .orElseThrow(() -> new Rejected(AgreementProblem.NO_SUCH_AMOUNT));
    return switch (text(sent, "act")) {
      case "called" ->
          new FunderAct.Called(on, text(sent, "funder"), amount, text(sent, "reference"));
      case "received" ->
          new FunderAct.Received(on, text(sent, "funder"), amount, text(sent, "reference"));
      default -> throw new Rejected(AgreementProblem.NO_SUCH_CHOICE);
    };
  }

  private static String field(Rejected rejected) {
    AgreementProblem problem =
        rejected.problem() instanceof AgreementProblem one ? one : AgreementProblem.WORDS_MISSING;
    return switch (problem) {
      case DAY_TO_COME, DAY_MISSING -> "on";
      case NO_SUCH_AMOUNT -> "amount";
      case NO_SUCH_FUNDER -> "funder";
      case NO_SUCH_CHOICE -> "act";
      case NO_SUCH_FACT -> "fact";
      default -> "reference";
    };
  }

  private static UUID id(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException none) {
      throw new Rejected(AgreementProblem.NO_SUCH_FACT);
    }
  }

  private static String text(MultiValueMap<String, String> sent, String field) {
    String value = sent.getFirst(field);
    return value == null ? "" : value.replace("\u0000", "").strip();
  }

  /** The address has its line in the policy; what is shown is told apart once more. */
  private static void requireMoney(Person who) {
    if (!Viewer.seesSeasonMoney(who)) {
      throw new Rejected(AgreementProblem.NO_SUCH_AGREEMENT);
    }
  }

  private LocalDate day(String written) {
    try {
      return written.isBlank() ? seasons.today() : LocalDate.parse(written.strip());
    } catch (DateTimeParseException noDay) {
      return seasons.today();
    }
  }
}
