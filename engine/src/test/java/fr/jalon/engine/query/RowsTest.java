package fr.jalon.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.export.Exports;
import fr.jalon.engine.export.MemoryTable;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.query.ColumnValues.ValueCount;
import fr.jalon.engine.query.Page.PageColumn;
import fr.jalon.engine.query.QueryProblem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
  private static final List<String> NAMES =
      List.of(
          "commune", "code", "nb", "montant", "actif", "jour", "heure", "l\"été; --", "lon", "lat");
  private static final List<ValueType> TYPES =
      List.of(
          ValueType.TEXT,
          ValueType.TEXT,
          ValueType.INTEGER,
          ValueType.DECIMAL,
          ValueType.BOOLEAN,
          ValueType.DATE,
          ValueType.DATETIME,
          ValueType.TEXT,
          ValueType.DECIMAL,
          ValueType.DECIMAL);

  @TempDir private static Path folder;
  private static Rows rows;
  private static Path small;
  private static Path large;

  @BeforeAll
  static void writeFiles() throws Exception {
    small =
        write(
            "small",
            NAMES,
            TYPES,
            5,
            i ->
                List.of(
                        List.of(
                            "Orléans",
                            "45234",
                            "3",
                            "1.5",
                            "true",
                            "2024-01-31",
                            "2024-01-31T10:00",
                            "a'b",
                            "1.9",
                            "47.9"),
                        List.of(
                            "ÉVREUX",
                            "27229",
                            "-7",
                            "",
                            "false",
                            "2023-12-01",
                            "",
                            "100%",
                            "1.15",
                            "49.02"),
                        List.of(
                            "Tours",
                            "37261",
                            "12",
                            "2.25",
                            "",
                            "",
                            "2022-06-15T08:30:15",
                            "_",
                            "0.68",
                            "47.39"),
                        List.of("", "", "", "", "", "", "", "", "", ""),
                        List.of(
                            "orléans",
                            "01004",
                            "3",
                            "-4.0",
                            "true",
                            "2024-01-31",
                            "",
                            "œuf",
                            "400",
                            "47.9"))
                    .get(i));
    large =
        write(
            "large",
            List.of("id", "commune", "rue", "n", "lon", "lat"),
            List.of(
                ValueType.TEXT,
                ValueType.TEXT,
                ValueType.TEXT,
                ValueType.INTEGER,
                ValueType.DECIMAL,
                ValueType.DECIMAL),
            200_000,
            i ->
                List.of(
                    "id" + i,
                    "c" + i % 7,
                    "rue " + i % 5000,
                    "" + i,
                    "" + i % 360 / 2.0,
                    "" + i % 90 / 2.0));
    rows =
        new Rows(
            new RowsSettings(folder, folder.resolve("tmp"), 256, 2, 4, Duration.ofSeconds(20)));
  }

  @AfterAll
  static void close() {
    rows.close();
  }

  @Test
  void saysWhereEachRowIsInTheFileAndFindsItAgain() throws Exception {
    RowQuery sorted =
        RowQuery.of(List.of(), List.of(new Sort("commune", true)), List.of("commune"), 0, 10);

    Page page = rows.page(small, sorted);

    assertThat(page.numbers()).hasSize(page.rows().size()).doesNotHaveDuplicates();
    for (int i = 0; i < page.rows().size(); i++) {
      Page alone = rows.at(small, List.of(page.numbers().get(i)), List.of("commune"));
      assertThat(alone.rows()).containsExactly(page.rows().get(i));
    }
    assertThat(rows.at(small, List.of(3L, 1L, 99L), List.of("commune")).numbers())
        .containsExactly(1L, 3L);
  }

  @Test
  void describesTheColumns() throws Exception {
    assertThat(rows.columns(small))
        .extracting(PageColumn::type)
        .containsExactly(
            ValueType.TEXT,
            ValueType.TEXT,
            ValueType.INTEGER,
            ValueType.DECIMAL,
            ValueType.BOOLEAN,
            ValueType.DATE,
            ValueType.DATETIME,
            ValueType.TEXT,
            ValueType.DECIMAL,
            ValueType.DECIMAL);
    assertThat(rows.columns(small)).extracting(PageColumn::name).isEqualTo(NAMES);
  }

  @Test
  void givesRowsAsTheyAreInTheFile() throws Exception {
    Page page = rows.page(small, RowQuery.page(0, 50));
    assertThat(page.total()).isEqualTo(5);
    assertThat(page.rows().get(0))
        .containsExactly(
            "Orléans",
            "45234",
            3L,
            1.5,
            true,
            LocalDate.of(2024, 1, 31),
            LocalDateTime.of(2024, 1, 31, 10, 0),
            "a'b",
            1.9,
            47.9);
    assertThat(page.rows().get(3)).containsOnlyNulls();
  }

  @Test
  void filtersByEveryOperator() throws Exception {
    assertThat(found("commune", Operator.EXACT, "Orléans")).containsExactly(0);
    assertThat(found("commune", Operator.DIFFERS, "Orléans")).containsExactly(1, 2, 3, 4);
    assertThat(found("commune", Operator.CONTAINS, "ORLEANS")).containsExactly(0, 4);
    assertThat(found("commune", Operator.CONTAINS, "évr")).containsExactly(1);
    assertThat(found("commune", Operator.NOTCONTAINS, "orleans")).containsExactly(1, 2, 3);
    assertThat(found("commune", Operator.IN, "Tours", "orléans")).containsExactly(2, 4);
    assertThat(found("commune", Operator.NOTIN, "Tours", "orléans")).containsExactly(0, 1, 3);
    assertThat(found("commune", Operator.ISNULL)).containsExactly(3);
    assertThat(found("commune", Operator.ISNOTNULL)).containsExactly(0, 1, 2, 4);
    assertThat(found("nb", Operator.LESS, "3")).containsExactly(0, 1, 4);
    assertThat(found("nb", Operator.STRICTLY_LESS, "3")).containsExactly(1);
    assertThat(found("nb", Operator.GREATER, "3")).containsExactly(0, 2, 4);
    assertThat(found("nb", Operator.STRICTLY_GREATER, "2.5")).containsExactly(0, 2, 4);
    assertThat(found("nb", Operator.EXACT, "3")).containsExactly(0, 4);
    assertThat(found("nb", Operator.CONTAINS, "1")).containsExactly(2);
    assertThat(found("montant", Operator.EXACT, "2,25")).containsExactly(2);
    assertThat(found("montant", Operator.IN, "1.5", "-4")).containsExactly(0, 4);
    assertThat(found("actif", Operator.EXACT, "oui")).containsExactly(0, 4);
    assertThat(found("jour", Operator.EXACT, "31/01/2024")).containsExactly(0, 4);
    assertThat(found("jour", Operator.LESS, "2023-12-31")).containsExactly(1);
    assertThat(found("jour", Operator.CONTAINS, "2024-01")).containsExactly(0, 4);
    assertThat(found("heure", Operator.GREATER, "2024-01-01")).containsExactly(0);
    assertThat(found("heure", Operator.EXACT, "2022-06-15 08:30:15")).containsExactly(2);
    assertThat(found("l\"été; --", Operator.EXACT, "a'b")).containsExactly(0);
    assertThat(found("l\"été; --", Operator.CONTAINS, "%")).containsExactly(1);
    assertThat(found("l\"été; --", Operator.CONTAINS, "_")).containsExactly(2);
    assertThat(found("code", Operator.EXACT, "01004")).containsExactly(4);
    assertThat(found("commune", Operator.IN)).isEmpty();
  }

  @Test
  void sortsAsPeopleExpect() throws Exception {
    Page page = sorted(new Sort("commune", false));
    assertThat(column(page, 0)).containsExactly("ÉVREUX", "Orléans", "orléans", "Tours", null);
    page = sorted(new Sort("nb", true), new Sort("montant", false));
    assertThat(column(page, 0)).containsExactly("Tours", "orléans", "Orléans", "ÉVREUX", null);
  }

  @Test
  void givesTheColumnsAskedInTheOrderAsked() throws Exception {
    Page page = rows.page(small, RowQuery.page(2, 1).withColumns(List.of("nb", "commune")));
    assertThat(page.rows()).containsExactly(List.of(12L, "Tours"));
    assertThat(page.total()).isEqualTo(5);
  }

  @Test
  void computesFiguresOverGroups() throws Exception {
    RowQuery query =
        RowQuery.page(0, 10)
            .withGroups(
                List.of("commune"),
                List.of(
                    new Measure("n", Measure.Function.COUNT),
                    new Measure("n", Measure.Function.SUM),
                    new Measure("n", Measure.Function.MAX)))
            .withSorts(List.of(new Sort("n__sum", true)));
    Page page = rows.page(large, query);
    assertThat(page.columns())
        .extracting(PageColumn::name)
        .containsExactly("commune", "n__count", "n__sum", "n__max");
    assertThat(page.total()).isEqualTo(7);
    assertThat(page.rows().get(0)).containsExactly("c2", 28572L, 2_857_214_286L, 199999L);
    Page whole =
        rows.page(
            large,
            RowQuery.page(0, 1)
                .withGroups(List.of(), List.of(new Measure("n", Measure.Function.AVG))));
    assertThat(whole.rows()).containsExactly(List.of(99999.5));
    assertThat(whole.total()).isEqualTo(1);
  }

  @Test
  void countsWhatThePageDoesNotShow() throws Exception {
    RowQuery query =
        RowQuery.page(100, 50).withFilters(List.of(Filter.of("commune", Operator.EXACT, "c3")));
    Page page = rows.page(large, query);
    assertThat(page.total()).isEqualTo(28_571);
    assertThat(page.rows()).hasSize(50);
    assertThat(page.rows().get(0).get(0)).isEqualTo("id703");
    assertThat(rows.page(large, RowQuery.page(199_990, 50)).rows()).hasSize(10);
    assertThat(rows.page(large, RowQuery.page(500_000, 50)).rows()).isEmpty();
  }

  @Test
  void tellsWhatIsWrongWithTheQuestion() {
    assertProblem(Code.UNKNOWN_COLUMN, Filter.of("Commune", Operator.EXACT, "x"));
    assertProblem(Code.UNKNOWN_COLUMN, Filter.of("file_row_number", Operator.EXACT, "1"));
    assertProblem(Code.BAD_VALUE, Filter.of("nb", Operator.EXACT, "trois"));
    assertProblem(Code.BAD_VALUE, Filter.of("nb", Operator.EXACT, "NaN"));
    assertProblem(Code.BAD_VALUE, Filter.of("jour", Operator.LESS, "2023-02-29"));
    assertProblem(Code.BAD_VALUE, Filter.of("heure", Operator.LESS, "hier"));
    assertProblem(Code.BAD_VALUE, Filter.of("actif", Operator.EXACT, "peut-être"));
    assertProblem(Code.BAD_VALUE, Filter.of("commune", Operator.EXACT));
    assertThatThrownBy(() -> rows.page(small, RowQuery.page(0, 1).withColumns(List.of("x"))))
        .isInstanceOf(QueryProblem.class)
        .hasMessage("unknown-column {column=x}");
    assertThatThrownBy(
            () ->
                rows.page(
                    small,
                    RowQuery.page(0, 1)
                        .withGroups(
                            List.of(), List.of(new Measure("commune", Measure.Function.SUM)))))
        .hasMessageStartingWith("not-a-number");
    assertThatThrownBy(() -> rows.page(folder.resolve("absent.parquet"), RowQuery.page(0, 1)))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void readsAQueryFromAnAddress() throws Exception {
    RowQuery query =
        UrlQuery.parse(
            Map.of(
                "commune__in", List.of("Tours,Blois"),
                "a__b__exact", List.of("x"),
                "nb__sort", List.of("desc"),
                "columns", List.of("nb,commune"),
                "page", List.of("3"),
                "page_size", List.of("20"),
                "lang", List.of("fr")),
            50,
            200);
    assertThat(query.filters())
        .containsExactlyInAnyOrder(
            Filter.of("commune", Operator.IN, "Tours", "Blois"),
            Filter.of("a__b", Operator.EXACT, "x"));
    assertThat(query.sorts()).containsExactly(new Sort("nb", true));
    assertThat(query.columns()).containsExactly("nb", "commune");
    assertThat(query.offset()).isEqualTo(40);
    assertThat(query.limit()).isEqualTo(20);
    assertThatThrownBy(() -> UrlQuery.parse(Map.of("a__like", List.of("x")), 50, 200))
        .hasMessageStartingWith("unknown-operator");
    for (String page : List.of("0", "-1", "x", "1e3", "99999999999999999999")) {
      assertThatThrownBy(() -> UrlQuery.parse(Map.of("page", List.of(page)), 50, 200))
          .hasMessageStartingWith("bad-page");
    }
    assertThatThrownBy(() -> UrlQuery.parse(Map.of("page_size", List.of("201")), 50, 200))
        .hasMessageStartingWith("bad-page");
  }

  @Test
  void givesPlacesOneByOneThenByGroups() throws Exception {
    assertThat(rows.extent(small, "lon", "lat", List.of()))
        .contains(new Bounds(0.68, 47.39, 1.9, 49.02));
    Spots few = rows.spots(small, "lon", "lat", List.of(), new Bounds(0, 47, 2, 48), 100);
    assertThat(few.grouped()).isFalse();
    assertThat(few.spots())
        .containsExactlyInAnyOrder(
            new Spots.Spot(1.9, 47.9, 1, 0), new Spots.Spot(0.68, 47.39, 1, 2));
    Spots many = rows.spots(large, "lon", "lat", List.of(), Bounds.WORLD, 200);
    assertThat(many.grouped()).isTrue();
    assertThat(many.total()).isEqualTo(200_000);
    assertThat(many.spots().size()).isBetween(10, 200);
    assertThat(many.spots().stream().mapToLong(Spots.Spot::count).sum()).isEqualTo(200_000);
  }

  @Test
  void givesTheMostFrequentValues() throws Exception {
    ColumnValues values = rows.values(small, "nb", List.of(), 2);
    assertThat(values)
        .isEqualTo(
            new ColumnValues(List.of(new ValueCount("3", 2), new ValueCount("-7", 1)), 3, 1));
    assertThat(rows.values(large, "rue", List.of(), 10).distinct()).isEqualTo(5000);
    List<Filter> none = List.of(Filter.of("commune", Operator.EXACT, "nulle part"));
    assertThat(rows.values(small, "nb", none, 2)).isEqualTo(new ColumnValues(List.of(), 0, 0));
  }

  @Test
  void spreadsNumbersOverSteps() throws Exception {
    Histogram histogram = rows.histogram(large, "n", List.of(), 4);
    assertThat(histogram)
        .isEqualTo(new Histogram("0", "199999", List.of(50_000L, 50_000L, 50_000L, 50_000L), 0));
    assertThat(rows.histogram(small, "jour", List.of(), 2))
        .isEqualTo(new Histogram("2023-12-01", "2024-01-31", List.of(1L, 2L), 2));
  }

  @Test
  void gathersNumbersByStepsPeopleWrite() throws Exception {
    assertThat(StepWidth.of(-4, 2.25, 10, false)).isEqualTo(new StepWidth(1, 0));
    assertThat(StepWidth.of(0, 0.9, 10, false)).isEqualTo(new StepWidth(1, -1));
    assertThat(StepWidth.of(3, 5, 12, true)).isEqualTo(new StepWidth(1, 0));
    assertThat(StepWidth.of(0, 199_999, 10, true)).isEqualTo(new StepWidth(2, 4));
    assertThat(StepWidth.of(7, 7, 10, false)).isEqualTo(new StepWidth(1, 0));
    assertThat(new StepWidth(5, -1).from(3)).isEqualByComparingTo("1.5");

    assertThat(rows.steps(small, "montant", new StepWidth(5, -1), null, 20))
        .extracting(Step::index, Step::rows)
        .containsExactly(tuple(-8L, 1L), tuple(3L, 1L), tuple(4L, 1L));
    assertThat(rows.steps(large, "lon", new StepWidth(1, 2), "n", 20))
        .first()
        .isEqualTo(
            new Step(
                0,
                111_200,
                0,
                IntStream.range(0, 200_000).filter(i -> i % 360 < 200).average().orElseThrow(),
                199_999 - 199_999 % 360 + 199));
    assertThatThrownBy(() -> rows.steps(small, "commune", new StepWidth(1, 0), null, 9))
        .isInstanceOf(QueryProblem.class);
  }

  @Test
  void gathersDatesByMonthAndByYear() throws Exception {
    assertThat(rows.periods(small, "jour", Period.Length.MONTH, "montant", 10))
        .containsExactly(
            new Period(LocalDate.of(2023, 12, 1), 1, 0),
            new Period(LocalDate.of(2024, 1, 1), 2, -2.5));
    assertThat(rows.periods(small, "heure", Period.Length.YEAR, null, 10))
        .containsExactly(
            new Period(LocalDate.of(2022, 1, 1), 1, 0), new Period(LocalDate.of(2024, 1, 1), 1, 0));
    assertThatThrownBy(() -> rows.periods(small, "nb", Period.Length.YEAR, null, 9))
        .isInstanceOf(QueryProblem.class);
  }

  @Test
  void pairsNumbersOfAllRowsOrOfOneInSoMany() throws Exception {
    assertThat(rows.pairs(small, "nb", "montant", 100))
        .isEqualTo(
            new Pairs(
                List.of(
                    new Pairs.Pair(3, 1.5, 0),
                    new Pairs.Pair(12, 2.25, 2),
                    new Pairs.Pair(3, -4, 4)),
                3,
                1));
    Pairs some = rows.pairs(large, "lon", "lat", 1500);
    assertThat(some.every()).isEqualTo(134);
    assertThat(some.total()).isEqualTo(200_000);
    assertThat(some.pairs()).hasSize(1493).first().isEqualTo(new Pairs.Pair(0, 0, 0));
  }

  @Test
  void takesHostileTextAsText() throws Exception {
    List<String> hostile = hostileTexts();
    assertThat(hostile).hasSizeGreaterThanOrEqualTo(200);
    for (String text : hostile) {
      for (Operator operator : Operator.values()) {
        boolean withoutValue = operator == Operator.ISNULL || operator == Operator.ISNOTNULL;
        Filter filter =
            withoutValue ? Filter.of("commune", operator) : Filter.of("commune", operator, text);
        Page page = rows.page(small, RowQuery.page(0, 50).withFilters(List.of(filter)));
        assertThat(page.total()).isLessThanOrEqualTo(5);
        if (operator == Operator.EXACT || operator == Operator.IN) {
          assertThat(page.rows()).isEmpty();
        }
      }
      assertThatThrownBy(
              () ->
                  rows.page(
                      small,
                      RowQuery.page(0, 5).withFilters(List.of(Filter.of(text, Operator.ISNULL)))))
          .isInstanceOf(QueryProblem.class);
      assertThatThrownBy(
              () -> rows.page(small, RowQuery.page(0, 5).withSorts(List.of(new Sort(text, true)))))
          .isInstanceOf(QueryProblem.class);
      assertThatThrownBy(() -> rows.page(small, RowQuery.page(0, 5).withColumns(List.of(text))))
          .isInstanceOf(QueryProblem.class);
      assertThatThrownBy(
              () -> rows.page(small, RowQuery.page(0, 5).withGroups(List.of(text), List.of())))
          .isInstanceOf(QueryProblem.class);
      assertProblem(Code.BAD_VALUE, Filter.of("nb", Operator.EXACT, text));
      assertProblem(Code.BAD_VALUE, Filter.of("jour", Operator.GREATER, text));
    }
    assertThat(rows.page(small, RowQuery.page(0, 50)).total()).isEqualTo(5);
  }

  @Test
  void readsNothingOutsideItsFolder(@TempDir Path elsewhere) throws Exception {
    Path copy = Files.copy(small, elsewhere.resolve("data.parquet"));
    assertThatThrownBy(() -> rows.page(copy, RowQuery.page(0, 1)))
        .rootCause()
        .hasMessageStartingWith("Permission Error: Cannot access file");
  }

  @Test
  void answersManyAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    List<Future<Page>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long offset = i * 997L;
      answers.add(pool.submit(() -> rows.page(large, RowQuery.page(offset, 50))));
    }
    for (int i = 0; i < 200; i++) {
      assertThat(answers.get(i).get().rows().get(0).get(0)).isEqualTo("id" + i * 997);
    }
    pool.shutdown();
  }

  private static List<String> hostileTexts() {
    List<String> bases =
        List.of(
            "' OR '1'='1",
            "\" OR \"\"=\"",
            "'; DROP TABLE x; --",
            "x' UNION SELECT * FROM read_text('/etc/passwd') --",
            "\\'; --",
            "%' ESCAPE '\\",
            "?",
            "$1",
            ":name",
            "commune\" OR true --",
            "commune\"\"",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udfff tail",
            "🌳'",
            "/* */",
            "--",
            "; ATTACH '/tmp/x.db'",
            "COPY (SELECT 1) TO '/tmp/x'",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "\n\r\t",
            "e'\\x41'",
            "$$ SELECT $$",
            "NULL",
            "true OR",
            "1)",
            "(((((((",
            "]]",
            "\u202e",
            "﹪＇",
            "x".repeat(100_000),
            "'".repeat(5000),
            "getenv('HOME')",
            "SET threads=1",
            "pg_sleep(10)",
            "1e999",
            "0x10",
            "Infinity");
    List<String> texts = new ArrayList<>(bases);
    Random random = new Random(7);
    String alphabet = "'\"\\;-?%_$()[]{}:,.*/ \u0000\n\t=<>é🌳aZ0";
    int[] points = alphabet.codePoints().toArray();
    while (texts.size() < 200) {
      StringBuilder text = new StringBuilder("'");
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      texts.add(text.toString());
    }
    return texts;
  }

  @Test
  void cutsLongTextsOnlyWhereTheyAreLookedAt() throws Exception {
    String text = "é".repeat(5000);
    Path file =
        write("long", List.of("texte"), List.of(ValueType.TEXT), 2, row -> List.of(text + row));
    RowQuery sought =
        RowQuery.page(0, 5)
            .withFilters(List.of(Filter.of("texte", Operator.EXACT, text + 1)))
            .withSorts(List.of(new Sort("texte", true)));

    assertThat(column(rows.page(file, sought), 0)).containsExactly(text + 1);
    assertThat(column(rows.shown(file, sought), 0)).containsExactly("é".repeat(999) + "…");
    assertThat(column(rows.at(file, List.of(0L), List.of()), 0))
        .containsExactly("é".repeat(999) + "…");
    assertThat(rows.shown(file, sought).columns()).isEqualTo(rows.page(file, sought).columns());
  }

  @Test
  void refusesAnAnswerThatMemoryWouldNotHold() throws Exception {
    String text = "x".repeat(Cells.MOST_CHARACTERS / 3);
    Path file =
        write("heavy", List.of("texte"), List.of(ValueType.TEXT), 4, row -> List.of(text + row));

    assertThatThrownBy(() -> rows.page(file, RowQuery.page(0, 4)))
        .isInstanceOfSatisfying(
            QueryProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(Code.TOO_MUCH_ASKED);
              assertThat(problem.parameters()).containsEntry("limit", "2");
            });
    assertThat(rows.page(file, RowQuery.page(0, 2)).rows()).hasSize(2);
    assertThat(rows.shown(file, RowQuery.page(0, 4)).rows()).hasSize(4);
  }

  private void assertProblem(Code code, Filter filter) {
    assertThatThrownBy(() -> rows.page(small, RowQuery.page(0, 5).withFilters(List.of(filter))))
        .isInstanceOfSatisfying(
            QueryProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  /** Row numbers, found again by every cell of the row. */
  private static List<Integer> found(String column, Operator operator, String... values)
      throws IOException, QueryProblem {
    List<List<@Nullable Object>> all = rows.page(small, RowQuery.page(0, 50)).rows();
    Filter filter = new Filter(column, operator, Arrays.asList(values));
    Page page = rows.page(small, RowQuery.page(0, 50).withFilters(List.of(filter)));
    return page.rows().stream().map(all::indexOf).toList();
  }

  private static Page sorted(Sort... sorts) throws IOException, QueryProblem {
    return rows.page(small, RowQuery.page(0, 50).withSorts(List.of(sorts)));
  }

  private static List<@Nullable Object> column(Page page, int index) {
    List<@Nullable Object> cells = new ArrayList<>();
    page.rows().forEach(row -> cells.add(row.get(index)));
    return cells;
  }

  private static Path write(
      String name,
      List<String> names,
      List<ValueType> types,
      int count,
      IntFunction<List<String>> row)
      throws Exception {
    List<ExportColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new ExportColumn(names.get(i), types.get(i), Kinds.TEXT, names.get(i), null));
    }
    Path target = Files.createDirectories(folder.resolve(name));
    Exports.write(MemoryTable.of(names, count, row), columns, target, rows -> {});
    return target.resolve("data.parquet");
  }
}
