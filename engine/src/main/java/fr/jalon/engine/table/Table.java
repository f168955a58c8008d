package fr.jalon.engine.table;

import java.io.IOException;
import java.util.List;

/**
 * A table read from a file: named columns of text, given block by block so that no size of file
 * fills the memory.
 *
 * <p>{@link #scan} may be called several times and gives the same blocks each time.
 */
public interface Table extends AutoCloseable {
  /** How the file was read. */
  Reading reading();

  List<Column> columns();

  /**
   * Gives every block in order to the sink.
   *
   * @throws UnreadableFile when the file turns out to be broken further on
   * @throws IOException when the machine cannot read or write
   */
  void scan(BlockSink sink) throws IOException, UnreadableFile;

  @Override
  default void close() throws IOException {}
}
