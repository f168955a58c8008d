package fr.jalon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfilerTest {
  private static ColumnProfile column(String text) {
    try {
      return Profiler.profile(TextTable.of(text), block -> {}).profile().columns().get(0);
    } catch (IOException | fr.jalon.engine.table.UnreadableFile wrong) {
      throw new AssertionError(wrong);
    }
  }

  @Test
  void countsFilledEmptyAndDistinctCells() {
    ColumnProfile column = column("nom\nA\nB\n \nA\n");

    assertThat(column.filled()).isEqualTo(3);
    assertThat(column.empty()).isEqualTo(1);
    assertThat(column.distinct()).isEqualTo(2);
    assertThat(column.top().get(0)).isEqualTo(new ColumnProfile.Frequent("A", 2));
  }

  @Test
  void estimatesDistinctValuesBeyondItsMemory() {
    String many =
        IntStream.range(0, 90_000).mapToObj(i -> "v" + i).collect(Collectors.joining("\n"));

    assertThat(column("nom\n" + many).distinct()).isBetween(88_000L, 92_000L);
  }

  @Test
  void decidesAKindOnTheWholeColumn() {
    assertThat(column("date\n12/03/2022\n2022-04-01\n1er mai 2022").kind()).isEqualTo("date");
    assertThat(column("montant\n1 200,50\n300\n12").kind()).isEqualTo("decimal");
    assertThat(column("n\n1\n2\n3").kind()).isEqualTo("integer");
    assertThat(column("code_postal\n45000\n18000").kind()).isEqualTo("postal");
    assertThat(column("code_insee\n45234\n18033").kind()).isEqualTo("insee");
    assertThat(column("x\n45234\n18033").kind()).isEqualTo("insee");
    assertThat(column("valeurs\n45999\n18999").kind()).isEqualTo("integer");
    assertThat(column("SIRET\n21450234000017\n21450028200014").kind()).isNotEqualTo("integer");
    assertThat(column("tel\n02 38 79 22 22\n0238792323").kind()).isEqualTo("phone");
    assertThat(column("Montant\n1 200,50 €\n12 €").kind()).isEqualTo("decimal");
    assertThat(column("nature\n001\n002").kind()).isEqualTo("text");
    assertThat(column("n\n12,5\nNC\n3\nnéant").kind()).isEqualTo("decimal");
    assertThat(column("Montant\n12,5\n3\nà voir").kind()).isEqualTo("decimal");
  }

  @Test
  void findsTheSmallestAndGreatestByValue() {
    ColumnProfile column = column("montant\n100\n20\n3");

    assertThat(column.minimum()).isEqualTo("3");
    assertThat(column.maximum()).isEqualTo("100");
    assertThat(column("date\n12/03/2022\n01/12/2021").minimum()).isEqualTo("2021-12-01");
  }

  @Test
  void keepsAColumnAsTextWhenOneOfItsValuesWouldBeLost() {
    String numbers = "montant\n" + "1\n".repeat(20) + "à voir";

    assertThat(column(numbers).kind()).isEqualTo("integer");
    assertThat(column(numbers).type()).isEqualTo(ValueType.TEXT);
  }
}
