package fr.jalon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import fr.jalon.engine.export.MemoryTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WideTableTest {
  /** Somewhat more than the values kept of each of two thousand columns. */
  private static final int ROWS = 1_200;

  @Test
  void keepsFewerValuesOfEachColumnWhenThereAreMany() throws Exception {
    List<String> names = IntStream.range(0, 2000).mapToObj(i -> "c" + i).toList();
    MemoryTable table =
        MemoryTable.of(names, ROWS, row -> names.stream().map(name -> name + "-" + row).toList());
    Profiling profiling = Profiler.profile(table, block -> assertThat(block.rows()).isPositive());
    ColumnProfile column = profiling.profile().columns().get(1999);
    assertThat(profiling.values().get(1999).complete()).isFalse();
    assertThat(profiling.values().get(1999).size()).isLessThan(1000);
    assertThat(column.filled()).isEqualTo(ROWS);
    assertThat(column.distinct()).isCloseTo(ROWS, withinPercentage(4));
  }
}
