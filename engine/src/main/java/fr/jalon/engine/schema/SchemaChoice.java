package fr.jalon.engine.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema a table follows, null when none is near enough, and the next best ones. */
public record SchemaChoice(@Nullable SchemaMatch chosen, List<SchemaMatch> runnersUp) {
  public SchemaChoice {
    runnersUp = List.copyOf(runnersUp);
  }
}
