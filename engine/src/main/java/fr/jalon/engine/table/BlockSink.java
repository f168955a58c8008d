package fr.jalon.engine.table;

import java.io.IOException;

/** Receives the blocks of a table in order. */
@FunctionalInterface
public interface BlockSink {
  void accept(Block block) throws IOException;
}
