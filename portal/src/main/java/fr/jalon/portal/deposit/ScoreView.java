package fr.jalon.portal.deposit;

import fr.jalon.portal.catalog.MetadataFacts;
import fr.jalon.portal.catalog.MqaScore;
import fr.jalon.portal.catalog.UdataScore;
import fr.jalon.portal.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How complete a description is, as others will reckon it, and what to do for each point missing.
 *
 * @param national "8 points sur 9"
 * @param european "385 points sur 405 : excellent"
 * @param missing what to do, the most useful first; empty when nothing is missing
 */
public record ScoreView(String national, String european, List<Missing> missing) {
  public ScoreView {
    missing = List.copyOf(missing);
  }

  /**
   * Something to do.
   *
   * @param field of the form it is about, "" when it is about none
   * @param gain the points it gives
   */
  public record Missing(String sentence, String field, String gain) {}

  /** What one can do about a description. */
  enum Fix {
    KEYWORDS,
    THEME,
    TERRITORY,
    PERIOD,
    FREQUENCY,
    /** An update that was promised and is late. */
    UPDATE,
    LICENSE,
    /** A license of the European list. */
    LICENSE_LIST,
    CONTACT,
    SUMMARY,
    COLUMNS,
    /** An open file. */
    FILES;

    private String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String field() {
      return switch (this) {
        case UPDATE, FILES -> "";
        case LICENSE_LIST -> "license";
        case KEYWORDS, THEME, TERRITORY, PERIOD, FREQUENCY, LICENSE, CONTACT, SUMMARY, COLUMNS ->
            key();
      };
    }

    static Fix of(UdataScore.Rule rule, MetadataFacts facts) {
      return switch (rule) {
        case LICENSE -> LICENSE;
        case PERIOD -> PERIOD;
        case TERRITORY -> TERRITORY;
        case FREQUENCY -> FREQUENCY;
        case IN_TIME -> facts.frequency().days() == 0 ? FREQUENCY : UPDATE;
        case DESCRIPTION -> SUMMARY;
        case OPEN_FORMAT, AVAILABLE -> FILES;
        case DOCUMENTED -> facts.formats().isEmpty() ? FILES : COLUMNS;
      };
    }

    static Fix of(MqaScore.Rule rule) {
      return switch (rule) {
        case KEYWORD -> KEYWORDS;
        case THEME -> THEME;
        case SPATIAL -> TERRITORY;
        case TEMPORAL -> PERIOD;
        case LICENSE, RIGHTS -> LICENSE;
        case LICENSE_FROM_VOCABULARY -> LICENSE_LIST;
        case CONTACT -> CONTACT;
        case ACCESS_URL_ANSWERS,
            DOWNLOAD_URL,
            DOWNLOAD_URL_ANSWERS,
            FORMAT,
            MEDIA_TYPE,
            FORMAT_FROM_VOCABULARY,
            NON_PROPRIETARY,
            MACHINE_READABLE,
            DCAT_AP,
            ACCESS_RIGHTS,
            ACCESS_RIGHTS_FROM_VOCABULARY,
            PUBLISHER,
            BYTE_SIZE,
            ISSUED,
            MODIFIED ->
            FILES;
      };
    }
  }

  static ScoreView of(Page page, MetadataFacts facts, Instant now) {
    UdataScore national = UdataScore.of(facts, now);
    MqaScore european = MqaScore.of(facts);
    Map<Fix, Integer> points = new EnumMap<>(Fix.class);
    Map<Fix, Integer> more = new EnumMap<>(Fix.class);
    national.missing().forEach(rule -> points.merge(Fix.of(rule, facts), 1, Integer::sum));
    european.missing().forEach(rule -> more.merge(Fix.of(rule), rule.points(), Integer::sum));
    if (facts.license() == null && more.containsKey(Fix.LICENSE_LIST)) {
      // one choice gives both
      more.merge(Fix.LICENSE, more.remove(Fix.LICENSE_LIST), Integer::sum);
    }
    List<Missing> missing = new ArrayList<>();
    for (Fix fix : Fix.values()) {
      int here = points.getOrDefault(fix, 0);
      int there = more.getOrDefault(fix, 0);
      if (here + there > 0) {
        missing.add(
            new Missing(
                page.t("deposit.score.do." + fix.key()), fix.field(), gain(page, here, there)));
      }
    }
    return new ScoreView(
        page.n("deposit.score.national", national.points(), national.of()),
        page.n(
            "deposit.score.european",
            european.points(),
            european.of(),
            page.t("deposit.score.rating." + european.rating().key())),
        missing);
  }

  private static String gain(Page page, int here, int there) {
    if (there == 0) {
      return page.t("deposit.score.gain.national", here);
    }
    return here == 0
        ? page.t("deposit.score.gain.european", there)
        : page.t("deposit.score.gain.both", here, there);
  }
}
