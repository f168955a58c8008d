package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes the blocks of a table in order into one file. Closing before the end leaves nothing. */
interface TableWriter extends Closeable {
  /** {@code columns} are those of the block, in order, read into their types. */
  void write(Block block, List<TypedChunk> columns) throws IOException;

  WrittenFile finish() throws IOException;
}
