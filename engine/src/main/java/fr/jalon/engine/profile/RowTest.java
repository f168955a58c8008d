package fr.jalon.engine.profile;

import fr.jalon.engine.table.Block;
import java.util.function.IntConsumer;

/**
 * Tells the rows of a block that are sought, 0-based in the block. Given the blocks in order, once.
 */
@FunctionalInterface
public interface RowTest {
  void look(Block block, IntConsumer sought);
}
