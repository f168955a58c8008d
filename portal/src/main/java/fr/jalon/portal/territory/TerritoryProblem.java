package fr.jalon.portal.territory;

import fr.jalon.portal.web.Problem;

/** What may be wrong with outlines that are given. */
enum TerritoryProblem implements Problem {
  SOURCE_MISSING(422),
  FILE_MISSING(422),
  NOT_READ(422),
  /** A table without shapes. */
  NO_SHAPES(422),
  /** {0} shapes, of which {1} bear the code of a commune. */
  NO_CODES(422),
  /** Shapes that are nowhere near France: their projection is not what the file says. */
  ELSEWHERE(422),
  /** Read again later: all workers are busy, or the machine is short of something. */
  BUSY(503);

  private final int status;

  TerritoryProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
