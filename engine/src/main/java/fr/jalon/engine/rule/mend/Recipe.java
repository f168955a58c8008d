package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The mends accepted for a file, to be kept, read by people and replayed on the next one.
 *
 * @param version of this form of recipes; one of a later version is not guessed at
 * @param name of the file they were accepted for, only a label
 */
public record Recipe(int version, String name, List<Proposal> mends) {
  /** The version written by this Jalon. */
  public static final int VERSION = 1;

  /** Why a file that is no recipe cannot be replayed. */
  public static final Refusal UNREADABLE = Refusal.of("recipe-unreadable");

  /** More than a person ever accepted, each cell edited being one; they are held one to another. */
  public static final int MOST_MENDS = 2_000;

  public Recipe {
    mends = mends == null ? List.of() : List.copyOf(mends);
    name = name == null ? "" : name;
    long size = mends.stream().mapToLong(Recipe::size).sum();
    if (size > MOST_MENDS) {
      throw new IllegalArgumentException(size + " mends");
    }
  }

  private static int size(Proposal proposal) {
    return proposal.mend() instanceof EditCells cells ? Math.max(1, cells.edits().size()) : 1;
  }

  public static Recipe of(String name, List<Proposal> mends) {
    return new Recipe(VERSION, name, mends);
  }

  /** True when this Jalon knows how to read it. */
  public boolean isKnown() {
    return version == VERSION;
  }

  /** Why it cannot be replayed, to be said. */
  public Refusal refusal() {
    return new Refusal("recipe-version", Map.of("version", Integer.toString(version)));
  }
}
