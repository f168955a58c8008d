package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table is about, in the words of whoever made it: a sheet that describes the workbook, the
 * title above the table, the national model it follows, the name of its file, that of its sheet;
 * its first columns when nothing has a name.
 */
final class Subject {
  private static final int LONGEST = 100;
  private static final int SHORTEST_WORD = 3;
  private static final int COLUMNS_NAMED = 3;

  /** More capitals than that among letters: shouted. */
  private static final double SHOUTED = 0.8;

  private static final Pattern SIGNS = Pattern.compile("[\\p{Cntrl}\\s\\u00a0\\u202f]+");
  private static final Pattern UNITS =
      Pattern.compile("\\s*\\((?:en |montants? en )[^)]{1,20}\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\-–—:;,.*#|_/]+|[\\s\\-–—:;,*#|_/]+$");

  /** Rows above a table that do not say what it is. */
  private static final Set<String> ABOUT_THE_PAGE =
      Set.of(
          "edite",
          "imprime",
          "genere",
          "extrait",
          "page",
          "source",
          "tel",
          "telephone",
          "contact",
          "copyright",
          "note",
          "nb",
          "legende",
          "filtre",
          "filtres");

  private static final Set<String> ABOUT_WHO =
      Set.of(
          "mairie",
          "ville",
          "commune",
          "departement",
          "region",
          "republique",
          "francaise",
          "service",
          "services",
          "direction",
          "pole",
          "communaute",
          "communes",
          "agglomeration",
          "metropole",
          "finances",
          "hotel",
          "secretariat",
          "generale",
          "general");

  private static final Set<String> TITLE_LABELS =
      Set.of("titre", "titre jeu donnees", "intitule", "nom jeu donnees", "title", "jeu donnees");

  private final Spelling spelling;
  private final List<String> place;

  /**
   * @param place folded words of the name of who publishes
   */
  Subject(Spelling spelling, List<String> place) {
    this.spelling = spelling;
    this.place = place;
  }

  /**
   * @param columns names of the columns as they are published, in words
   */
  Told<String> of(
      Inspection file, String fileName, @Nullable SchemaMatch schema, List<String> columns) {
    Reading reading = file.reading();
    return Stream.<Optional<Told<String>>>of(
            told(fromMetadataSheet(reading), Origin.METADATA_SHEET),
            told(fromTitleRows(reading), Origin.TITLE_ROW),
            fromSchema(schema, FileWords.of(fileName, spelling, place).subject()),
            told(FileWords.of(fileName, spelling, place).subject(), Origin.FILE_NAME),
            told(fromSheet(reading), Origin.SHEET),
            told(fromColumns(columns), Origin.COLUMNS))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(new Told<>("", Origin.UNKNOWN));
  }

  /** A file named after the model says more of it: "arbres remarquables" are some of the trees. */
  private static Optional<Told<String>> fromSchema(@Nullable SchemaMatch schema, String file) {
    if (schema == null) {
      return Optional.empty();
    }
    List<String> title = Themes.stems(schema.title());
    boolean named = !title.isEmpty() && Themes.stems(file).contains(title.get(0));
    return named ? told(file, Origin.FILE_NAME) : told(schema.title(), Origin.SCHEMA);
  }

  private static Optional<Told<String>> told(Optional<String> subject, Origin origin) {
    return subject.flatMap(text -> told(text, origin));
  }

  private static Optional<Told<String>> told(String subject, Origin origin) {
    boolean word = subject.codePoints().filter(Character::isLetter).count() >= SHORTEST_WORD;
    return word ? Optional.of(new Told<>(shortened(subject), origin)) : Optional.empty();
  }

  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int space = text.lastIndexOf(' ', LONGEST - 1);
    return text.substring(0, space > LONGEST / 2 ? space : LONGEST - 1).strip() + "…";
  }

  /** Rows above the table that are a title, as written. */
  static List<String> titleRows(@Nullable Reading reading) {
    if (reading == null) {
      return List.of();
    }
    List<String> titles = new ArrayList<>();
    for (SourceRow row : reading.head()) {
      if (row.role() == RowRole.TITLE) {
        String text =
            String.join(" ", row.cells().stream().filter(cell -> !cell.isBlank()).toList());
        titles.add(SIGNS.matcher(text).replaceAll(" ").strip());
      }
    }
    return titles;
  }

  private Optional<String> fromTitleRows(@Nullable Reading reading) {
    return titleRows(reading).stream()
        .filter(text -> text.length() <= LONGEST)
        .map(this::tidied)
        .filter(this::saysWhat)
        .findFirst();
  }

  private boolean saysWhat(String title) {
    Words words = Words.of(title);
    return !words.hasAny(ABOUT_THE_PAGE)
        && words.list().stream()
            .anyMatch(
                word ->
                    word.length() >= SHORTEST_WORD
                        && !word.matches("\\d+")
                        && !ABOUT_WHO.contains(word)
                        && !place.contains(word));
  }

  /** Without units nor signs at its ends; what is shouted is written as a sentence. */
  private String tidied(String title) {
    String bare =
        EDGES
            .matcher(UNITS.matcher(SIGNS.matcher(title).replaceAll(" ")).replaceAll(""))
            .replaceAll("");
    long letters = bare.codePoints().filter(Character::isLetter).count();
    long capitals = bare.codePoints().filter(Character::isUpperCase).count();
    if (letters == 0 || capitals < SHOUTED * letters) {
      return FileWords.capital(bare);
    }
    return FileWords.capital(
        Pattern.compile("\\p{L}+")
            .matcher(bare)
            .replaceAll(
                word ->
                    Spelling.isAcronym(word.group())
                        ? word.group()
                        : place.contains(Words.fold(word.group()))
                            ? FileWords.capital(spelling.restored(word.group()))
                            : spelling.restored(word.group())));
  }

  private Optional<String> fromMetadataSheet(@Nullable Reading reading) {
    if (reading == null) {
      return Optional.empty();
    }
    return reading.sheets().stream()
        .filter(sheet -> sheet.role().equals("readme"))
        .map(SheetSummary::head)
        .flatMap(List::stream)
        .flatMap(row -> labelled(row.cells()).stream())
        .map(this::tidied)
        .findFirst();
  }

  /** The cell beside "Titre", or what follows "Titre :" in the same. */
  private static Optional<String> labelled(List<String> cells) {
    List<String> filled =
        cells.stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
    if (filled.isEmpty()) {
      return Optional.empty();
    }
    String first = filled.get(0);
    int colon = first.indexOf(':');
    String label = colon < 0 ? first : first.substring(0, colon);
    if (!TITLE_LABELS.contains(Words.of(label).joined())) {
      return Optional.empty();
    }
    String inside = colon < 0 ? "" : first.substring(colon + 1).strip();
    return inside.isEmpty() ? filled.stream().skip(1).findFirst() : Optional.of(inside);
  }

  private Optional<String> fromSheet(@Nullable Reading reading) {
    String sheet = reading == null ? null : reading.sheet();
    return sheet == null
        ? Optional.empty()
        : Optional.of(FileWords.of(sheet, spelling, place).subject());
  }

  private static Optional<String> fromColumns(List<String> columns) {
    List<String> first = columns.stream().limit(COLUMNS_NAMED).toList();
    return first.isEmpty()
        ? Optional.empty()
        : Optional.of(FileWords.capital(String.join(", ", first).toLowerCase(Locale.FRENCH)));
  }
}
