package fr.jalon.portal.home;

import fr.jalon.portal.home.Board.Row;
import fr.jalon.portal.programme.Phase;
import fr.jalon.portal.programme.Season;
import java.util.List;

/**
 * What of the board is shown, as an address says it.
 *
 * @param phase key of the phase the authorities are in, "" for any
 */
record BoardChoice(BoardFilter filter, String phase, BoardState state) {
  static BoardChoice of(String filter, String phase, String state) {
    return new BoardChoice(BoardFilter.of(filter), phase, BoardState.of(state));
  }

  BoardChoice with(BoardFilter other) {
    return new BoardChoice(other, phase, state);
  }

  /** The same for a season, which may have no such phase. */
  BoardChoice in(Season season) {
    boolean known = phases(season).stream().anyMatch(one -> one.key().equals(phase));
    return known ? this : new BoardChoice(filter, "", state);
  }

  boolean shows(Row row) {
    return filter.shows(row)
        && state.shows(row.followed().position().status())
        && (phase.isEmpty() || isIn(row));
  }

  private boolean isIn(Row row) {
    List<Phase> phases = phases(row.followed().season());
    return row.phase() < phases.size() && phases.get(row.phase()).key().equals(phase);
  }

  /** Of the board of that season, with what is chosen. */
  String address(Season season) {
    return BoardController.PATH
        + "?saison="
        + season.slug()
        + part("filtre", filter.key())
        + part("phase", phase)
        + part("etat", state.key());
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + value;
  }

  private static List<Phase> phases(Season season) {
    return season.plan().track().phases();
  }
}
