package fr.jalon.portal.diagnosis;

import fr.jalon.portal.diagnosis.DiagnosisView.First;
import fr.jalon.portal.diagnosis.DiagnosisView.Row;
import fr.jalon.portal.diagnosis.Level.Adjustment;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.web.Messages;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a diagnosis in words. */
final class DiagnosisViews {
  private DiagnosisViews() {}

  /**
   * @param before another day to compare with, null for none
   */
  static DiagnosisView of(
      Messages words,
      Beneficiary beneficiary,
      Findings findings,
      Medians medians,
      @Nullable Snapshot before) {
    Profile profile = findings.profile();
    Map<String, Level> former =
        before == null
            ? Map.of()
            : before.findings().profile().levels().stream()
                .collect(Collectors.toMap(Level::dimension, Function.identity()));
    List<Row> rows =
        profile.levels().stream()
            .map(
                level ->
                    row(
                        words,
                        level,
                        medians.values().get(level.dimension()),
                        former.get(level.dimension())))
            .toList();
    return new DiagnosisView(
        beneficiary.name(),
        DiagnosisPaths.of(beneficiary.id()),
        lead(words, profile),
        rows.stream()
            .map(row -> row.title() + " : " + row.level())
            .collect(Collectors.joining(" ; ")),
        Radar.of(profile, before == null ? null : before.findings().profile()),
        before == null ? "" : words.text("diagnosis.frozen.of", before.name(), before.at()),
        medians.values().isEmpty()
            ? words.text("diagnosis.medians.none", Medians.FEWEST)
            : words.text("diagnosis.medians", medians.authorities()),
        rows,
        profile.strengths().stream().map(one -> told(words, one)).toList(),
        profile.obstacles().stream().map(one -> told(words, one)).toList(),
        findings.suggestions().stream()
            .map(one -> new First(one.title(), why(words, one)))
            .toList());
  }

  private static String lead(Messages words, Profile profile) {
    Double overall = profile.overall();
    return overall == null
        ? words.text("diagnosis.lead.none")
        : words.text(
            "diagnosis.lead",
            words.decimal(overall, 1),
            profile.answered(),
            profile.concerned(),
            words.text("diagnosis.confidence." + profile.confidence()));
  }

  private static Row row(
      Messages words, Level level, @Nullable Double median, @Nullable Level former) {
    Adjustment made = level.adjustment();
    boolean adjusted = made != null && made.level() != null;
    return new Row(
        level.dimension(),
        level.title(),
        value(words, level.value()),
        adjusted && made != null
            ? words.text(
                "diagnosis.adjusted",
                value(words, level.computed()),
                made.by(),
                made.at(),
                made.reason())
            : "",
        adjusted && made != null ? written(made.level()) : "",
        words.text(
            "diagnosis.confidence.of",
            words.text("diagnosis.confidence." + level.confidence()),
            level.answered(),
            level.concerned()),
        switch (level.confidence()) {
          case SOLID -> "done";
          case TO_COMPLETE -> "advice";
          case CAUTION -> "warning";
        },
        median == null ? "" : words.decimal(median, 1),
        former == null ? "" : value(words, former.value()),
        percents(level.value()),
        level.evidence().stream().map(one -> evidence(words, one)).toList());
  }

  private static List<Integer> percents(@Nullable Double level) {
    return level == null ? List.of() : List.of((int) Math.round(level * 100 / Level.HIGHEST));
  }

  /** "2" or "2.5", as the options of the form are sent. */
  private static String written(@Nullable Double level) {
    return level == null ? "" : String.valueOf(level).replaceFirst("\\.0$", "");
  }

  private static String evidence(Messages words, Level.Evidence one) {
    String said =
        words.text(
            one.who().isEmpty() ? "diagnosis.evidence.known" : "diagnosis.evidence",
            one.question(),
            one.answer(),
            one.who());
    return one.level() == null
        ? said
        : said + " " + words.text("diagnosis.evidence.level", words.decimal(one.level(), 1));
  }

  static String value(Messages words, @Nullable Double level) {
    return level == null
        ? words.text("diagnosis.level.none")
        : words.text(
            "diagnosis.level",
            words.decimal(level, 1),
            words.text("diagnosis.level." + Math.round(level)));
  }

  private static String told(Messages words, Level level) {
    return level.title() + " : " + value(words, level.value());
  }

  private static String why(Messages words, Suggestion one) {
    return String.join(
        " ",
        List.of(
            words.text("diagnosis.why.obligation." + one.obligation()),
            words.text("diagnosis.why.availability." + one.availability()),
            words.text(
                one.ease() >= Suggestion.EASY ? "diagnosis.why.easy" : "diagnosis.why.less-easy"),
            words.text("diagnosis.why.sensitivity." + one.sensitivity())));
  }
}
