package fr.jalon.portal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.query.Period;
import fr.jalon.engine.query.Step;
import fr.jalon.engine.query.StepWidth;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.web.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartPartsTest {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);
  private static final Messages ENGLISH = Messages.in(Messages.ENGLISH);

  @Test
  void writesMoneyAsMoneyAndNothingElse() {
    assertThat(Money.sign(decimal("montant", "montant"))).hasValue("€");
    assertThat(Money.sign(decimal("x", "Le prix payé, en euros"))).hasValue("€");
    assertThat(Money.sign(decimal("budget_keur", "Budget"))).hasValue("k€");
    assertThat(Money.sign(decimal("montantVerse", "montantVerse"))).hasValue("€");
    assertThat(Money.sign(decimal("nb_tarifs", "Nombre de tarifs"))).isEmpty();
    assertThat(Money.sign(decimal("hauteur_m", "Coût en mètres"))).isEmpty();
    assertThat(
            Money.sign(
                new ColumnDescription(
                    "montant", ValueType.TEXT, Kinds.TEXT, "m", "", null, 9, 9, "", "")))
        .isEmpty();

    ColumnDescription amount = decimal("montant", "Montant");
    assertThat(new ValueText(FRENCH).number(amount, 1200.5)).isEqualTo("1\u202f200,50\u00a0€");
    assertThat(new ValueText(ENGLISH).number(amount, 1200.5)).isEqualTo("€1,200.50");
    assertThat(new ValueText(FRENCH).number(amount, 0.1234))
        .as("nothing is lost")
        .isEqualTo("0,1234\u00a0€");
    assertThat(new ValueText(FRENCH).figure(amount, 0.1 + 0.2)).isEqualTo("0,30\u00a0€");
    assertThat(new ValueText(FRENCH).figure(decimal("x", "x"), 1 / 3.0)).isEqualTo("0,3333");
  }

  @Test
  void drawsEveryPeriodAndTheLatestOfManyMore() {
    List<Period> found =
        List.of(
            new Period(LocalDate.of(2024, 1, 1), 2, 0), new Period(LocalDate.of(2024, 4, 1), 5, 0));
    Chart chart = line(Period.Length.MONTH).of(found);
    assertThat(chart.figures().lines())
        .extracting(line -> line.cells().get(0))
        .containsExactly("2", "0", "0", "5", "7");
    assertThat(chart.figures().lines().get(3).href())
        .isEqualTo("/p?jour__greater=2024-04-01&jour__strictly_less=2024-05-01");

    List<Period> ancient =
        List.of(
            new Period(LocalDate.of(201, 1, 1), 1, 0), new Period(LocalDate.of(2024, 1, 1), 5, 0));
    Chart latest = line(Period.Length.YEAR).of(ancient);
    assertThat(latest.figures().lines()).hasSize(LineChart.MOST_PERIODS + 1);
    assertThat(latest.notes()).singleElement().asString().contains("1 ligne");
  }

  @Test
  void beginsBarsAndLinesAtZero() {
    Drawing drawing =
        line(Period.Length.YEAR)
            .of(
                List.of(
                    new Period(LocalDate.of(2023, 1, 1), 1000, 0),
                    new Period(LocalDate.of(2024, 1, 1), 1001, 0)))
            .drawing();
    assertThat(drawing.shapes())
        .filteredOn(shape -> shape.ink() == Drawing.Ink.AXIS)
        .singleElement()
        .isEqualTo(new Drawing.Segment(0, Charts.BOTTOM, 100, Charts.BOTTOM, Drawing.Ink.AXIS));
    ColumnDescription number = decimal("n", "n");
    Chart spread =
        new SpreadChart("/p", 9, number, new StepWidth(1, 0), new ValueText(FRENCH), FRENCH)
            .of(List.of(new Step(0, 4, 0, 0, 0), new Step(3, 2, 0, 0, 0)));
    assertThat(spread.drawing().shapes())
        .filteredOn(shape -> shape instanceof Drawing.Rect)
        .extracting(shape -> ((Drawing.Rect) shape).top() + ((Drawing.Rect) shape).height())
        .containsExactly(Charts.BOTTOM, Charts.BOTTOM, Charts.BOTTOM, Charts.BOTTOM);
    assertThat(spread.notes()).singleElement().asString().contains("3 lignes n'ont pas de nombre");
  }

  @Test
  void readsYearsBetterThanMonthsFromFiveYearsOn() {
    assertThat(LineChart.best("2019-01-01", "2023-12-31")).isEqualTo(Period.Length.MONTH);
    assertThat(LineChart.best("2019-01-01", "2024-01-02")).isEqualTo(Period.Length.YEAR);
    assertThat(LineChart.best(null, "x")).isEqualTo(Period.Length.MONTH);
    assertThat(LineChart.best("ab", "2024-01-02")).isEqualTo(Period.Length.MONTH);
  }

  @Test
  void pointsAtRowsAndCells() {
    Sought sought =
        Sought.of(Map.of("ligne", new String[] {"12-15,40,x,7-"}, "de", new String[] {"b"}));
    assertThat(sought.row()).isEqualTo(12);
    assertThat(IntStream.rangeClosed(1, 50).filter(sought::hasRow))
        .containsExactly(12, 13, 14, 15, 40);
    assertThat(sought.columns(List.of(decimal("a", "a"), decimal("b", "b"))))
        .isEqualTo(new Sought.Span(1, 1));
    assertThat(Sought.of(Map.of()).row()).isZero();
  }

  @Test
  void readsWideTablesByParts() {
    assertThat(TableState.blocks(1 + TableState.BLOCK_SIZE)).isEqualTo(1);
    assertThat(TableState.blocks(2 + TableState.BLOCK_SIZE)).isEqualTo(2);
    assertThat(TableState.blocks(3000)).isEqualTo(50);
    assertThat(TableState.blocks(0)).isZero();
  }

  private static LineChart line(Period.Length length) {
    ColumnDescription day =
        new ColumnDescription("jour", ValueType.DATE, Kinds.DATE, "Jour", "", null, 9, 9, "", "");
    return new LineChart("/p", day, null, length, new ValueText(FRENCH), FRENCH);
  }

  private static ColumnDescription decimal(String name, String title) {
    return new ColumnDescription(
        name, ValueType.DECIMAL, Kinds.DECIMAL, title, "", null, 50, 40, "1", "9");
  }
}
