package fr.jalon.portal.programme;

import fr.jalon.portal.agreement.AgreementText;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.FundingLine;
import fr.jalon.portal.agreement.FundingPlan;
import fr.jalon.portal.agreement.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A season as a form, both ways: every field is a text under a name. */
final class SeasonForm {
  /** Lines of funding shown: those there are, and one to add. */
  private static final int MOST_LINES = 12;

  private SeasonForm() {}

  /** What the fields hold of a season. */
  static Map<String, String> write(SeasonPlan plan) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", plan.name());
    values.put("call-from", plan.call().from().toString());
    values.put("call-to", plan.call().to().toString());
    values.put("first-day", plan.firstDay().toString());
    values.put("accompanied-until", plan.accompaniedUntil().toString());
    values.put("end", plan.end().toString());
    values.put("sessions", String.valueOf(plan.sessions()));
    values.put("least", String.valueOf(plan.cohort().least()));
    values.put("most", String.valueOf(plan.cohort().most()));
    values.put("budget", written(plan.funding().budget()));
    int line = 0;
    for (FundingLine one : plan.funding().lines()) {
      values.put("funder-" + line, one.funder());
      values.put("amount-" + line, written(one.amount()));
      if (one.beneficiary()) {
        values.put("own", String.valueOf(line));
      }
      line++;
    }
    values.put("notice-from", plan.notice().from().toString());
    values.put("notice-to", plan.notice().to().toString());
    for (Phase phase : plan.track().phases()) {
      values.put("phase-" + phase.key(), phase.title());
      values.put("until-" + phase.key(), phase.until().toString());
      for (Stage stage : phase.stages()) {
        values.put("stage-" + stage.key(), stage.title());
        values.put("short-" + stage.key(), stage.shortTitle());
        values.put("kind-" + stage.key(), stage.kind().name());
      }
    }
    values.put("title", plan.text().title());
    values.put("organizer", plan.text().organizer());
    values.put("organizer-signatory", plan.text().organizerSignatory());
    values.put("place", plan.text().place());
    return values;
  }

  private static String written(Euros euros) {
    return euros.cents() % 100 == 0
        ? String.valueOf(euros.cents() / 100)
        : "%d,%02d".formatted(euros.cents() / 100, euros.cents() % 100);
  }

  /** How many lines of funding a form has. */
  static int lines(Map<String, String> typed) {
    int lines = 0;
    while (lines < MOST_LINES && !typed.getOrDefault("funder-" + lines, "").isBlank()) {
      lines++;
    }
    return Math.min(MOST_LINES, lines + 1);
  }

  /**
   * The season that was written, empty when something is to be put right.
   *
   * @param base the season as it was: its phases are those of the form; its articles are edited
   *     apart
   */
  static Optional<SeasonPlan> read(Fields fields, SeasonPlan base) {
    String name = fields.words("name", 120);
    Window call = window(fields, "call-from", "call-to");
    LocalDate firstDay = fields.day("first-day");
    LocalDate accompanied = after(fields, "accompanied-until", firstDay);
    LocalDate end = fields.day("end");
    if (end.isBefore(accompanied)) {
      fields.fault("end", ProgrammeProblem.DAYS_OUT_OF_ORDER);
    }
    int sessions = fields.number("sessions", 1, 200);
    int least = fields.number("least", 1, 1_000);
    int most = fields.number("most", 1, 1_000);
    if (most < least) {
      fields.fault("most", ProgrammeProblem.NO_SUCH_NUMBER, least, 1_000);
    }
    Optional<FundingPlan> funding = funding(fields);
    Window notice = window(fields, "notice-from", "notice-to");
    Optional<Track> track = track(fields, base.track());
    AgreementText text = text(fields, base.text());
    if (fields.isWrong() || funding.isEmpty() || track.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SeasonPlan(
            name,
            call,
            firstDay,
            accompanied,
            end,
            sessions,
            new Cohort(least, most),
            funding.get(),
            notice,
            text,
            track.get()));
  }

  private static LocalDate after(Fields fields, String field, LocalDate day) {
    LocalDate then = fields.day(field);
    if (!then.isAfter(day)) {
      fields.fault(field, ProgrammeProblem.DAYS_OUT_OF_ORDER);
      return day.plusDays(1);
    }
    return then;
  }

  private static Window window(Fields fields, String from, String to) {
    LocalDate first = fields.day(from);
    LocalDate last = fields.day(to);
    if (last.isBefore(first)) {
      fields.fault(to, ProgrammeProblem.DAYS_OUT_OF_ORDER);
      return new Window(first, first);
    }
    return new Window(first, last);
  }

  private static Optional<FundingPlan> funding(Fields fields) {
    Euros budget = fields.euros("budget");
    List<FundingLine> lines = new ArrayList<>();
    int own = 0;
    for (int line = 0; line < MOST_LINES; line++) {
      if (fields.text("funder-" + line).isEmpty() && fields.text("amount-" + line).isEmpty()) {
        continue;
      }
      String funder = fields.words("funder-" + line, 120);
      boolean beneficiary = fields.text("own").equals(String.valueOf(line));
      own += beneficiary ? 1 : 0;
      Euros amount = fields.euros("amount-" + line);
      if (!funder.isEmpty()) {
        lines.add(new FundingLine(funder, amount, beneficiary));
      }
    }
    Euros sum = Euros.sum(lines.stream().map(FundingLine::amount).toList());
    if (!fields.isWrong() && !sum.equals(budget)) {
      fields.fault("budget", ProgrammeProblem.LINES_DO_NOT_ADD_UP, written(sum), written(budget));
    }
    if (own != 1) {
      fields.fault("budget", ProgrammeProblem.ONE_OWN_LINE);
    }
    return fields.isWrong() ? Optional.empty() : Optional.of(new FundingPlan(budget, lines));
  }

  private static Optional<Track> track(Fields fields, Track base) {
    List<Phase> phases = new ArrayList<>();
    for (Phase phase : base.phases()) {
      String title = fields.words("phase-" + phase.key(), Stage.LONGEST);
      LocalDate until = fields.day("until-" + phase.key());
      List<Stage> stages = new ArrayList<>();
      for (Stage stage : phase.stages()) {
        stage(fields, stage.key(), stage.key()).ifPresent(stages::add);
      }
      stage(fields, "new-" + phase.key(), "s-" + UUID.randomUUID().toString().substring(0, 8))
          .ifPresent(stages::add);
      if (stages.isEmpty()) {
        fields.fault("new-" + phase.key(), ProgrammeProblem.WORDS_MISSING);
      }
      phases.add(new Phase(phase.key(), title, until, stages));
    }
    return fields.isWrong() ? Optional.empty() : Optional.of(new Track(phases));
  }

  /** A stage whose title is blank is no more. */
  private static Optional<Stage> stage(Fields fields, String field, String key) {
    String title = fields.optional("stage-" + field, Stage.LONGEST);
    if (title.isEmpty() || title.length() > Stage.LONGEST) {
      return Optional.empty();
    }
    String brief = fields.optional("short-" + field, 30);
    StageKind kind =
        Stream.of(StageKind.values())
            .filter(one -> one.name().equals(fields.text("kind-" + field)))
            .findFirst()
            .orElse(StageKind.MEETING);
    String head = brief.isEmpty() ? title.substring(0, Math.min(30, title.length())) : brief;
    return Optional.of(new Stage(key, title, head, kind));
  }

  private static AgreementText text(Fields fields, AgreementText base) {
    return new AgreementText(
        fields.words("title", 300),
        fields.words("organizer", 400),
        fields.words("organizer-signatory", 200),
        fields.words("place", 120),
        base.articles());
  }
}
