package fr.jalon.portal.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a dataset as its own people see them.
 *
 * @param pageHref of the dataset, or of its tombstone
 * @param state what all see of it, in words
 * @param withdrawable true when this person may withdraw the dataset now
 * @param restorable true when this person may put it back as it was
 * @param comparable numbers of the versions that can be compared, the latest first
 */
public record VersionsView(
    String title,
    String pageHref,
    String careHref,
    String state,
    boolean withdrawable,
    boolean restorable,
    List<Integer> comparable,
    List<Line> lines) {
  public VersionsView {
    comparable = List.copyOf(comparable);
    lines = List.copyOf(lines);
  }

  /** What all may do with a version. */
  public enum State {
    ONLINE,
    EARLIER,
    /** Hidden with its dataset. */
    HIDDEN,
    WITHDRAWN,
    ERASED
  }

  /**
   * @param facts rows, columns, size, in words
   * @param repeats the number of the version it repeats, null for none
   * @param withdrawal why it is not to be seen, null when it is
   * @param by who withdrew it, by their role
   * @param kept how many of its files other things still hold the bytes of, once erased
   * @param acts what this person may do with it, in this order
   */
  public record Line(
      int number,
      State state,
      String when,
      List<String> facts,
      @Nullable Integer repeats,
      @Nullable Withdrawal withdrawal,
      String by,
      int kept,
      List<Act> acts) {
    public Line {
      facts = List.copyOf(facts);
      acts = List.copyOf(acts);
    }

    public boolean may(String act) {
      return acts.stream().anyMatch(one -> one.name().equals(act));
    }
  }

  /** What may be done with one version. */
  public enum Act {
    PUBLISH_AGAIN,
    WITHDRAW,
    RESTORE,
    ERASE
  }
}
