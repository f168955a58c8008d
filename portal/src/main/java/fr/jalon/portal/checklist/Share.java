package fr.jalon.portal.checklist;

import java.util.List;

/**
 * How much of a checklist is done.
 *
 * @param of without what does not concern it
 * @param byItself of those done, the items that facts ticked
 */
public record Share(int done, int of, int byItself) {
  public static final Share NONE = new Share(0, 0, 0);

  static Share of(List<Line> lines) {
    return new Share(
        (int) lines.stream().filter(line -> line.state() == ItemState.DONE).count(),
        (int) lines.stream().filter(line -> line.state() != ItemState.NOT_CONCERNED).count(),
        (int) lines.stream().filter(line -> line.proof() != null).count());
  }
}
