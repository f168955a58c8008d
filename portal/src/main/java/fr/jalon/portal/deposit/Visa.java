package fr.jalon.portal.deposit;

import java.time.Instant;
import java.util.UUID;

/** One side's agreement that a version becomes public. */
public record Visa(Side side, UUID personId, String personName, Instant givenAt) {
  /** Who must agree. */
  public enum Side {
    /** The authority's référent. */
    AUTHORITY,
    /** The facilitator. */
    FACILITATOR
  }
}
