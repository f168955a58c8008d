package fr.jalon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.export.MemoryTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WideTableTest {
  @Test
  void keepsFewerValuesOfEachColumnWhenThereAreMany() throws Exception {
    List<String> names = IntStream.range(0, 2000).mapToObj(i -> "c" + i).toList();
    MemoryTable table =
        MemoryTable.of(names, 3000, row -> names.stream().map(name -> name + "-" + row).toList());
    Profiling profiling = Profiler.profile(table, block -> assertThat(block.rows()).isPositive());
    ColumnProfile column = profiling.profile().columns().get(1999);
    assertThat(profiling.values().get(1999).complete()).isFalse();
    assertThat(profiling.values().get(1999).size()).isLessThan(1000);
    assertThat(column.filled()).isEqualTo(3000);
    assertThat(column.distinct()).isBetween(2900L, 3100L);
  }
}
