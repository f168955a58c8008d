package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.Export.WrittenColumn;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.FrenchTerritories;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.Reading;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a description from the data. It is in French whatever the language of the page: it is the
 * dataset's. The same file gives the same description.
 */
public final class Describer {
  private static final int LONGEST_TITLE = 150;

  /** A longer period is not in a title: it is that of an inventory. */
  private static final int LONGEST_PERIOD_IN_TITLE = 15;

  private static final int COLUMNS_NAMED = 4;
  private static final int LONGEST_COLUMN_NAMED = 40;
  private static final int MOST_KEYWORDS = 8;
  private static final int SHORTEST_KEYWORD = 4;

  /** Rows for each value, on average, from which a column is one of categories. */
  private static final int ROWS_A_CATEGORY = 5;

  /** A table that fits a page: its first column names what the others measure. */
  private static final int FEW_ROWS = 50;

  /** Different values are counted one by one up to that many. */
  private static final int COUNTED = 65_536;

  private static final Pattern YEARS_AT_END =
      Pattern.compile(
          "[\\s\\-–—,:;(]*(?:\\b(?:exercice|année|années|annee|annees|en|pour|de l['’]année|de|du)\\s+)?"
              + "(?:19|20)\\d\\d(?:\\s*(?:[-–/]|à|a|et)\\s*(?:19|20)\\d\\d)?[\\s)]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> NOT_KEYWORDS =
      Set.of(
          "liste",
          "dans",
          "avec",
          "pour",
          "sans",
          "entre",
          "leur",
          "leurs",
          "versées",
          "versés",
          "attribuées",
          "année",
          "années",
          "exercice",
          "selon",
          "chez",
          "sous",
          "cette");

  private final Messages french = Messages.in(Messages.FRENCH);
  private final Inspection file;
  private final Inspection table;
  private final List<WrittenColumn> columns;
  private final String fileName;
  private final LocalAuthority authority;
  private final ColumnValues values;
  private final Spelling spelling;
  private final List<String> place;

  /**
   * @param file as it was received
   * @param table as it will be published, looked at again
   * @param columns of the table as they are published
   */
  public Describer(
      Inspection file,
      Inspection table,
      List<WrittenColumn> columns,
      String fileName,
      LocalAuthority authority,
      ColumnValues values) {
    this.file = file;
    this.table = table;
    this.columns = List.copyOf(columns);
    this.fileName = fileName;
    this.authority = authority;
    this.values = values;
    this.spelling = Spelling.of(texts());
    this.place = FileWords.folded(authority.name());
  }

  /**
   * What there is to say.
   *
   * @param corrections how many mends were made, told in the description
   */
  public Described describe(int corrections) {
    Map<Answer, Origin> origins = new EnumMap<>(Answer.class);
    SchemaMatch schema = table.schema() == null ? null : table.schema().chosen();
    List<String> names = names();
    Told<String> subject = new Subject(spelling, place).of(file, fileName, schema, names);
    Optional<Told<Period>> period = period();
    Optional<Told<Territory>> territory = territory();
    Optional<Told<Theme>> theme = theme(schema, subject.value(), names);
    Told<UpdateFrequency> frequency = frequency(schema, subject.value(), period);
    origins.put(Answer.TITLE, subject.origin());
    origins.put(Answer.SUMMARY, Origin.ROWS);
    origins.put(Answer.KEYWORDS, Origin.WORDS);
    origins.put(Answer.THEME, theme.map(Told::origin).orElse(Origin.UNKNOWN));
    origins.put(Answer.TERRITORY, territory.map(Told::origin).orElse(Origin.UNKNOWN));
    origins.put(Answer.PERIOD, period.map(Told::origin).orElse(Origin.UNKNOWN));
    origins.put(Answer.FREQUENCY, frequency.origin());
    Territory of = territory.map(Told::value).orElse(null);
    Period when = period.map(Told::value).orElse(null);
    return new Described(
        title(subject.value(), of, when),
        summary(names, of, when, corrections),
        keywords(subject.value(), theme.map(Told::value).orElse(null)),
        theme.map(Told::value).orElse(null),
        of,
        when == null ? "" : when.words(),
        frequency.value(),
        new ColumnMeanings(spelling).of(columns),
        origins);
  }

  /** What the file itself spells, and the places it may name. */
  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    Reading reading = file.reading();
    if (reading != null) {
      texts.addAll(reading.columns());
      texts.addAll(Subject.titleRows(reading));
      reading.sheets().forEach(sheet -> texts.add(sheet.name()));
    }
    columns.forEach(column -> texts.add(column.title()));
    texts.add(authority.name());
    Profile profile = table.profile();
    if (profile != null) {
      profile.columns().stream()
          .filter(column -> column.personal() == null && column.asKind() == Kinds.TEXT)
          .forEach(column -> column.top().forEach(value -> texts.add(value.value())));
    }
    return texts;
  }

  /** The columns in words, those that name something before those that measure or place it. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (WrittenColumn column : columns) {
      boolean titled = !column.title().isBlank() && !column.title().equals(column.name());
      String name = titled ? column.title() : FileWords.ofColumn(column.name(), spelling);
      boolean placed = column.role() != null || column.kind() == Kinds.UUID;
      if (!name.isBlank() && name.length() <= LONGEST_COLUMN_NAMED && !placed) {
        names.add(name);
      }
    }
    return names;
  }

  private String title(String subject, @Nullable Territory territory, @Nullable Period period) {
    String named = subject.isEmpty() ? french.text("deposit.suggest.title.data") : subject;
    String what = withoutYears(named, period);
    String where = territory == null ? "" : where(what, territory);
    String when = period == null ? "" : when(what, period);
    String title = what + where + when;
    return title.length() <= LONGEST_TITLE
        ? title
        : Subject.shortened(what) + (where.length() + when.length() < 45 ? where + when : when);
  }

  /** "Subventions - Exercice 2022" ends with the period that the title will tell. */
  private static String withoutYears(String what, @Nullable Period period) {
    if (period == null || !Years.in(what).equals(Optional.of(period.years()))) {
      return what;
    }
    String bare = YEARS_AT_END.matcher(what).replaceFirst("");
    return bare.isBlank() ? what : bare;
  }

  /** " d’Olivet", unless it is said already. */
  private static String where(String what, Territory territory) {
    List<String> said = FileWords.folded(what);
    List<String> name = FileWords.folded(territory.name());
    boolean there = said.containsAll(name);
    return there || territory.level() == Territory.Level.COUNTRY
        ? ""
        : " " + FrenchNames.of(territory);
  }

  private String when(String what, Period period) {
    Years years = period.years();
    return Years.in(what).isPresent() || years.last() - years.first() > LONGEST_PERIOD_IN_TITLE
        ? ""
        : french.text("deposit.suggest.title.year", years.words());
  }

  private String summary(
      List<String> names, @Nullable Territory territory, @Nullable Period period, int corrections) {
    long rows = table.profile() == null ? 0 : table.profile().rows();
    String list = String.join(", ", names.stream().limit(COLUMNS_NAMED).map(this::inside).toList());
    String key = key(rows).map(this::inside).orElse("");
    String first =
        french.count("deposit.suggest.summary.rows", rows)
            + (key.isEmpty() ? "" : french.text("deposit.suggest.summary.key", key))
            + french.count("deposit.suggest.summary.columns", columns.size())
            + (list.isEmpty()
                ? "."
                : french.text(
                    names.size() > COLUMNS_NAMED || columns.size() > names.size()
                        ? "deposit.suggest.summary.among"
                        : "deposit.suggest.summary.all",
                    list));
    String second = about(territory, period);
    String who = publisher();
    String third =
        corrections == 0
            ? french.text("deposit.suggest.summary.who", who)
            : french.count("deposit.suggest.summary.who-mended", corrections, who);
    return Stream.of(first, second, third)
        .filter(one -> !one.isEmpty())
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  private String about(@Nullable Territory territory, @Nullable Period period) {
    String where = territory == null ? "" : FrenchNames.full(territory);
    if (period != null) {
      return period.sentence(french, where);
    }
    return where.isEmpty() ? "" : french.text("deposit.suggest.summary.about", where);
  }

  private String publisher() {
    return Places.of(authority).map(FrenchNames::full).orElse(authority.name());
  }

  /**
   * In the middle of a sentence: « Nom du bénéficiaire » begins with a small letter, « PLU » not.
   */
  private String inside(String name) {
    boolean shouted = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return shouted ? name : name.substring(0, 1).toLowerCase(Locale.FRENCH) + name.substring(1);
  }

  /** The column whose values are all there and all different, when there is one. */
  private Optional<String> key(long rows) {
    Profile profile = table.profile();
    if (profile == null || rows < 2 || rows > COUNTED) {
      return Optional.empty();
    }
    return profile.columns().stream()
        .filter(column -> column.filled() == rows && column.distinct() == rows)
        .filter(column -> column.asKind() == Kinds.TEXT || isIdentifier(column))
        .filter(column -> column.personal() == null)
        // a day that is all alone is so by chance
        .sorted(Comparator.comparing(column -> column.type().isDate()))
        .flatMap(column -> columns.stream().filter(one -> one.name().equals(column.name())))
        .map(
            column ->
                column.title().isBlank() || column.title().equals(column.name())
                    ? FileWords.ofColumn(column.name(), spelling)
                    : column.title())
        .filter(name -> !name.isBlank() && name.length() <= LONGEST_COLUMN_NAMED)
        .findFirst();
  }

  private static boolean isIdentifier(ColumnProfile column) {
    return List.of(
            Kinds.INSEE, Kinds.SIRET, Kinds.SIREN, Kinds.RNA, Kinds.UAI, Kinds.YEAR, Kinds.DATE)
        .contains(column.asKind());
  }

  private List<String> keywords(String subject, @Nullable Theme theme) {
    Set<String> words = new LinkedHashSet<>();
    for (String phrase : Themes.phrases(subject)) {
      String lower = Spelling.isAcronym(phrase) ? phrase : phrase.toLowerCase(Locale.FRENCH);
      boolean named = place.containsAll(FileWords.folded(lower));
      boolean letters = lower.codePoints().noneMatch(Character::isDigit);
      if (letters
          && (lower.length() >= SHORTEST_KEYWORD || Spelling.isAcronym(lower))
          && !NOT_KEYWORDS.contains(lower)
          && !named) {
        words.add(lower);
      }
    }
    if (theme != null) {
      words.add(french.text("deposit.suggest.keyword." + theme.name()));
    }
    List<String> all = new ArrayList<>(words.stream().limit(MOST_KEYWORDS - 1).toList());
    all.add(authority.name());
    return all;
  }

  private Optional<Told<Theme>> theme(
      @Nullable SchemaMatch schema, String subject, Collection<String> names) {
    if (schema != null) {
      Optional<Theme> known = Themes.ofSchema(schema.schema());
      if (known.isPresent()) {
        return known.map(theme -> new Told<>(theme, Origin.SCHEMA));
      }
    }
    List<String> titles = new ArrayList<>(List.of(subject));
    titles.add(FileWords.of(fileName, spelling, place).subject());
    titles.addAll(Subject.titleRows(file.reading()));
    List<String> words = new ArrayList<>(names);
    words.addAll(recurring());
    return Themes.guess(titles, words, columns.stream().map(WrittenColumn::kind).toList())
        .map(theme -> new Told<>(theme, Origin.WORDS));
  }

  /**
   * Values that come again and again, and those of a table of few rows: categories and labels tell
   * what a table is about.
   */
  private List<String> recurring() {
    Profile profile = table.profile();
    return profile == null
        ? List.of()
        : profile.columns().stream()
            .filter(column -> column.personal() == null && column.asKind() == Kinds.TEXT)
            .filter(
                column ->
                    profile.rows() <= FEW_ROWS
                        || column.distinct() * ROWS_A_CATEGORY <= column.filled())
            .flatMap(column -> column.top().stream())
            .map(ColumnProfile.Frequent::value)
            .toList();
  }

  private Optional<Told<Territory>> territory() {
    Optional<Told<Territory>> coded =
        new Places(authority)
            .find(table.profile(), values)
            .map(place -> new Told<>(place, Origin.CODES));
    return coded
        .or(() -> Places.of(authority).map(place -> new Told<>(place, Origin.AUTHORITY)))
        .or(
            () ->
                FrenchTerritories.all()
                    .find(Territory.Level.DEPARTEMENT, authority.department())
                    .map(place -> new Told<>(place, Origin.AUTHORITY)));
  }

  private Optional<Told<Period>> period() {
    Optional<Told<Period>> dated =
        Period.of(table.profile()).map(period -> new Told<>(period, Origin.DATES));
    Reading reading = file.reading();
    String sheet = reading == null || reading.sheet() == null ? "" : reading.sheet();
    return dated
        .or(
            () ->
                Years.in(String.join(" ", Subject.titleRows(reading)))
                    .map(years -> new Told<>(Period.of(years), Origin.TITLE_ROW)))
        .or(() -> Years.in(sheet).map(years -> new Told<>(Period.of(years), Origin.SHEET)))
        .or(
            () ->
                FileWords.of(fileName, spelling, place)
                    .years()
                    .map(years -> new Told<>(Period.of(years), Origin.FILE_NAME)));
  }

  private Told<UpdateFrequency> frequency(
      @Nullable SchemaMatch match, String subject, Optional<Told<Period>> period) {
    Optional<UpdateFrequency> asked =
        match == null
            ? Optional.empty()
            : Schemas.find(match.schema()).map(Schema::frequency).flatMap(Frequencies::ofSchema);
    List<String> titles = new ArrayList<>(Subject.titleRows(file.reading()));
    titles.add(subject);
    titles.add(fileName);
    return asked
        .map(one -> new Told<>(one, Origin.SCHEMA))
        .or(() -> Frequencies.named(titles).map(one -> new Told<>(one, Origin.WORDS)))
        .or(
            () ->
                period
                    .map(Told::value)
                    .flatMap(Frequencies::step)
                    .map(one -> new Told<>(one, Origin.DATES)))
        .orElse(new Told<>(UpdateFrequency.IRREGULAR, Origin.USUAL));
  }
}
