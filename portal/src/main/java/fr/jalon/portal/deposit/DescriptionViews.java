package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.deposit.DescriptionView.ColumnLine;
import fr.jalon.portal.web.Page;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the page of the description. */
final class DescriptionViews {
  private final Page page;

  DescriptionViews(Page page) {
    this.page = page;
  }

  /**
   * @param written true when a person already wrote there: an answer they changed has no source
   */
  DescriptionView of(Outcome outcome, Suggestions suggestions, Draft draft, boolean written) {
    return new DescriptionView(
        draft,
        sources(suggestions, draft, written),
        themes(),
        licenses(),
        frequencies(),
        columns(outcome.export(), draft));
  }

  private Map<String, String> sources(Suggestions suggestions, Draft draft, boolean written) {
    Draft suggested = suggestions.draft();
    Map<String, Boolean> untouched = new HashMap<>();
    untouched.put("title", draft.title().equals(suggested.title()));
    untouched.put("summary", draft.summary().equals(suggested.summary()));
    untouched.put("keywords", draft.keywords().equals(suggested.keywords()));
    untouched.put("period", draft.period().equals(suggested.period()));
    untouched.put("theme", draft.theme() == suggested.theme());
    untouched.put("frequency", draft.frequency() == suggested.frequency());
    untouched.put("contact", draft.contact().equals(suggested.contact()));
    Map<String, String> sources = new HashMap<>();
    suggestions
        .sources()
        .forEach(
            (field, source) -> {
              if (!written || untouched.getOrDefault(field, true)) {
                sources.put(field, page.t("deposit.source." + source));
              }
            });
    return sources;
  }

  private Map<String, String> themes() {
    Map<String, String> themes = new LinkedHashMap<>();
    themes.put("", page.t("deposit.theme.none"));
    for (Theme theme : Theme.values()) {
      themes.put(theme.name(), page.t("deposit.theme." + theme.name()));
    }
    return themes;
  }

  /** Licenses approved case by case need a reference: not offered here. */
  private Map<String, String> licenses() {
    Map<String, String> licenses = new LinkedHashMap<>();
    for (License license : List.of(License.LICENCE_OUVERTE, License.ODBL)) {
      licenses.put(license.name(), page.t("deposit.license." + license.name()));
    }
    return licenses;
  }

  private Map<String, String> frequencies() {
    Map<String, String> frequencies = new LinkedHashMap<>();
    for (UpdateFrequency frequency : UpdateFrequency.values()) {
      frequencies.put(frequency.name(), page.t("deposit.frequency." + frequency.name()));
    }
    return frequencies;
  }

  private List<ColumnLine> columns(Export export, Draft draft) {
    Sentences sentences = Sentences.in(page.messages().locale());
    Map<String, ColumnProfile> profiles = profiles(export.after());
    return export.columns().stream()
        .map(
            column -> {
              ColumnProfile profile = profiles.get(column.name());
              return new ColumnLine(
                  column.name(),
                  profile == null ? "" : profile.letters(),
                  sentences.kind(column.kind()),
                  profile == null || profile.examples().isEmpty()
                      ? ""
                      : shortened(profile.examples().get(0)),
                  draft.columns().getOrDefault(column.name(), ""));
            })
        .toList();
  }

  private static Map<String, ColumnProfile> profiles(@Nullable Inspection table) {
    Map<String, ColumnProfile> profiles = new HashMap<>();
    if (table != null && table.profile() != null) {
      table.profile().columns().forEach(column -> profiles.putIfAbsent(column.name(), column));
    }
    return profiles;
  }

  private static String shortened(String value) {
    return value.length() <= 40 ? value : value.substring(0, 39) + "…";
  }
}
