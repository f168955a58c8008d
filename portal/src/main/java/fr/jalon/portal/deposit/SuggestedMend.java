package fr.jalon.portal.deposit;

import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Mends that somebody who helps proposes for a deposit: all of them are taken, or none. Until
 * somebody of the authority does, nothing is changed.
 *
 * @param settledBy who took it or kept things as they are, null while nobody did
 */
public record SuggestedMend(
    UUID id,
    UUID depositId,
    List<Part> parts,
    UUID byId,
    String byName,
    Instant at,
    Standing standing,
    @Nullable String settledBy) {
  public SuggestedMend {
    parts = List.copyOf(parts);
  }

  /**
   * One mend.
   *
   * @param shown what the cell held when it was proposed: of the file, or written since; "" for a
   *     mend that is no edit of a cell
   */
  public record Part(Proposal mend, String shown) {
    boolean isCell() {
      return mend.mend() instanceof EditCells;
    }
  }

  /** What became of it. */
  public enum Standing {
    OPEN,
    TAKEN,
    /** Somebody keeps things as they are. */
    DECLINED
  }

  /** Where it would change something: cells, or the columns of its mends; never a value. */
  public List<String> addresses() {
    return parts.stream()
        .map(
            part ->
                part.isCell()
                    ? part.mend().samples().get(0).address()
                    : part.mend().letters() == null ? "" : part.mend().letters())
        .filter(address -> !address.isEmpty())
        .toList();
  }

  /** Where it is answered: on the page of the mends, in its place. */
  public String href() {
    return "/depots/" + depositId + "/" + Step.REPAIRS.path() + "#" + anchor();
  }

  String anchor() {
    return "proposee-" + id;
  }

  /** Tells it from another: what the person looked at. */
  public String seen() {
    return parts.stream().map(part -> Fingerprint.of(part.mend())).collect(Collectors.joining("-"));
  }
}
