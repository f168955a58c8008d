package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.web.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A description written from the data, each answer with where it comes from. The description is in
 * French whatever the language of the page: it is the dataset's.
 *
 * @param sources by field name, keys of the message files
 */
record Suggestions(Draft draft, Map<String, String> sources) {
  private static final Map<String, Theme> THEMES =
      Map.of(
          "subventions", Theme.GOVERNMENT,
          "deliberations", Theme.GOVERNMENT,
          "arbre", Theme.ENVIRONMENT);
  private static final Map<String, UpdateFrequency> FREQUENCIES =
      Map.of(
          "subventions", UpdateFrequency.ANNUAL,
          "deliberations", UpdateFrequency.QUARTERLY,
          "arbre", UpdateFrequency.ANNUAL);
  private static final int LONGEST_WORD_LEFT_OUT = 3;
  private static final int COLUMNS_NAMED = 4;

  /**
   * @param table as it will be published
   * @param names of its columns in the words of the depositor
   */
  static Suggestions of(
      Inspection table,
      List<String> names,
      String fileName,
      LocalAuthority authority,
      String email) {
    Messages french = Messages.in(Messages.FRENCH);
    SchemaMatch schema = table.schema() == null ? null : table.schema().chosen();
    Span span = Span.of(table);
    Map<String, String> sources = new LinkedHashMap<>();

    String subject = schema == null ? subject(fileName) : schema.title();
    String title =
        schema == null
            ? subject
            : titleOf(subject, authority)
                + (span == null ? "" : french.text("deposit.suggest.title.year", span.words()));
    sources.put("title", schema == null ? "file-name" : "schema");
    sources.put("summary", "data");
    sources.put("keywords", schema == null ? "file-name" : "schema");
    sources.put("period", span == null ? "unknown" : "dates");
    Theme theme = schema == null ? null : known(THEMES, schema);
    sources.put("theme", theme == null ? "choose" : "schema");
    UpdateFrequency frequency = schema == null ? null : known(FREQUENCIES, schema);
    sources.put("frequency", frequency == null ? "choose" : "schema");
    sources.put("license", "license");
    sources.put("contact", "contact");

    Draft draft =
        new Draft(
            title.length() <= 150 ? title : title.substring(0, 150),
            summary(french, table, names, FrenchNames.full(authority), span),
            keywords(subject, authority.name()),
            theme,
            License.LICENCE_OUVERTE,
            frequency == null ? UpdateFrequency.UNKNOWN : frequency,
            email,
            span == null ? "" : span.words(),
            meanings(schema));
    return new Suggestions(draft, sources);
  }

  /** What was said of the version before, but for the period, which is in the new data. */
  Suggestions after(Version before) {
    Description said = before.description();
    Map<String, String> columns = new LinkedHashMap<>(draft.columns());
    before.columns().stream()
        .filter(column -> !column.description().isBlank())
        .forEach(column -> columns.put(column.name(), column.description()));
    Map<String, String> origins = new LinkedHashMap<>(sources);
    for (String field : List.of("title", "summary", "keywords", "theme", "frequency", "license")) {
      origins.put(field, "before");
    }
    String contact = said.contactEmail();
    return new Suggestions(
        new Draft(
            said.title(),
            said.summary(),
            said.keywords(),
            said.theme(),
            said.license(),
            said.frequency(),
            contact == null ? draft.contact() : contact,
            draft.period(),
            columns),
        origins);
  }

  private static String titleOf(String subject, LocalAuthority authority) {
    return authority.kind() == LocalAuthority.Kind.COMMUNE
        ? subject + " " + FrenchNames.of(authority.name())
        : subject + ", " + authority.name();
  }

  private static String summary(
      Messages french,
      Inspection table,
      List<String> names,
      String authority,
      @Nullable Span span) {
    long rows = table.profile() == null ? 0 : table.profile().rows();
    String list = String.join(", ", names.subList(0, Math.min(COLUMNS_NAMED, names.size())));
    String first =
        french.count("deposit.suggest.summary.rows", rows, (long) names.size())
            + french.text(
                names.size() > COLUMNS_NAMED
                    ? "deposit.suggest.summary.columns-more"
                    : "deposit.suggest.summary.columns",
                list);
    String second = span == null ? "" : " " + span.sentence(french);
    return first + second + " " + french.text("deposit.suggest.summary.who", authority);
  }

  /** "subventions_2022-v2.csv" → "Subventions 2022 v2". */
  static String subject(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String name = (dot > 0 ? fileName.substring(0, dot) : fileName).replaceAll("[_\\-.+]+", " ");
    String clean = name.strip().replaceAll("\\s+", " ");
    return clean.isEmpty()
        ? fileName
        : clean.substring(0, 1).toUpperCase(Locale.FRENCH) + clean.substring(1);
  }

  private static List<String> keywords(String subject, String authority) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : subject.toLowerCase(Locale.FRENCH).split("[^\\p{L}]+")) {
      if (word.length() > LONGEST_WORD_LEFT_OUT) {
        words.add(word);
      }
    }
    words.add(authority);
    return new ArrayList<>(words);
  }

  private static <T> @Nullable T known(Map<String, T> bySubject, SchemaMatch schema) {
    return bySubject.entrySet().stream()
        .filter(entry -> schema.schema().contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> meanings(@Nullable SchemaMatch schema) {
    Map<String, String> meanings = new LinkedHashMap<>();
    if (schema != null) {
      for (SchemaMatch.FieldMatch field : schema.mapping()) {
        String column = field.column();
        if (column != null) {
          meanings.put(column, field.title());
        }
      }
    }
    return meanings;
  }

  /** From when to when the rows speak. */
  record Span(LocalDate from, LocalDate to, boolean yearsOnly) {
    static @Nullable Span of(Inspection table) {
      if (table.profile() == null) {
        return null;
      }
      Span best = null;
      long filled = 0;
      for (ColumnProfile column : table.profile().columns()) {
        Span span = of(column);
        if (span != null && column.filled() > filled) {
          best = span;
          filled = column.filled();
        }
      }
      return best;
    }

    private static @Nullable Span of(ColumnProfile column) {
      String minimum = column.minimum();
      String maximum = column.maximum();
      if (minimum == null || maximum == null) {
        return null;
      }
      try {
        if (column.asKind() == Kinds.YEAR) {
          return new Span(
              LocalDate.of(Integer.parseInt(minimum.strip()), 1, 1),
              LocalDate.of(Integer.parseInt(maximum.strip()), 12, 31),
              true);
        }
        return column.type() == ValueType.DATE
            ? new Span(LocalDate.parse(minimum), LocalDate.parse(maximum), false)
            : null;
      } catch (DateTimeParseException | NumberFormatException notCanonical) {
        return null;
      }
    }

    /** "2022" or "2019 à 2023". */
    String words() {
      return from.getYear() == to.getYear()
          ? String.valueOf(from.getYear())
          : from.getYear() + " à " + to.getYear();
    }

    String sentence(Messages french) {
      if (yearsOnly) {
        return french.text(
            from.getYear() == to.getYear()
                ? "deposit.suggest.summary.year"
                : "deposit.suggest.summary.years",
            String.valueOf(from.getYear()),
            String.valueOf(to.getYear()));
      }
      return french.text("deposit.suggest.summary.dates", from, to);
    }
  }
}
