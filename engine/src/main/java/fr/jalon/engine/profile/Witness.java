package fr.jalon.engine.profile;

import fr.jalon.engine.table.Block;
import java.io.IOException;
import java.util.List;

/** Is told every block of a search, in order, and all that was found in it. */
@FunctionalInterface
public interface Witness {
  void see(Block block, List<Marked> marks) throws IOException;
}
