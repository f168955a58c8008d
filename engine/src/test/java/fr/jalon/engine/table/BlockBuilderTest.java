package fr.jalon.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockBuilderTest {
  @Test
  void givesBackEveryCellOfEveryBlock() throws Exception {
    Random random = new Random(5);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 150_000; i++) {
      rows.add(List.of("id" + i, "é" + random.nextInt(300), i < 70_000 ? "" : "n" + i / 3));
    }
    List<Block> blocks = new ArrayList<>();
    BlockBuilder builder = new BlockBuilder(3, blocks::add);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).forEach(builder::cell);
      builder.endRow(i + 2L);
    }
    builder.finish();
    assertThat(blocks).extracting(Block::rows).containsExactly(65_536, 65_536, 18_928);
    for (Block block : blocks) {
      for (int row = 0; row < block.rows(); row++) {
        int at = row;
        List<String> cells = block.chunks().stream().map(c -> c.at(at).toString()).toList();
        assertThat(cells).isEqualTo(rows.get((int) block.firstRow() + row));
        assertThat(block.sourceRow(row)).isEqualTo(block.firstRow() + row + 2);
      }
    }
    assertThat(blocks.get(0).chunk(2).distinct()).isEqualTo(1);
    assertThat(blocks.get(2).chunk(0).distinct()).isEqualTo(18_928);
  }

  @Test
  void padsShortRowsAndDropsWhatIsBeyondTheWidth() throws Exception {
    List<Block> blocks = new ArrayList<>();
    BlockBuilder builder = new BlockBuilder(2, blocks::add);
    builder.cell("a");
    builder.endRow(1);
    List.of("b", "c", "d").forEach(builder::cell);
    builder.endRow(2);
    builder.finish();
    Block block = blocks.get(0);
    assertThat(block.chunk(1).at(0).toString()).isEmpty();
    assertThat(block.chunk(0).at(1).toString()).isEqualTo("b");
    assertThat(block.chunk(1).at(1).toString()).isEqualTo("c");
  }
}
