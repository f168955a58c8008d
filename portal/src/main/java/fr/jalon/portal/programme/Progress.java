package fr.jalon.portal.programme;

import fr.jalon.portal.catalog.Dataset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How far a beneficiary is in its track. */
public final class Progress {
  private final Followed followed;
  private final List<Dataset> datasets;
  private final Instant now;

  /**
   * @param datasets of the authority
   */
  public Progress(Followed followed, List<Dataset> datasets, Instant now) {
    this.followed = followed;
    this.datasets = List.copyOf(datasets);
    this.now = now;
  }

  /** Where a stage is. */
  public enum State {
    TO_COME,
    PLANNED,
    DONE,
    /** Not done, and its phase is over; or to be noted. */
    LATE
  }

  /**
   * A stage of a beneficiary.
   *
   * @param session the last that tells where it is, empty when there is none
   */
  public record Step(Stage stage, State state, Optional<Session> session) {}

  /**
   * The phase it is in, by its place among them: the last in which something took place, or the one
   * after when nothing of it is left; as many as there are once all is done, or the agreement is
   * over.
   */
  public int phase() {
    List<Phase> phases = followed.season().plan().track().phases();
    if (followed.position().status().isOver()) {
      return phases.size();
    }
    int reached = 0;
    for (int i = 0; i < phases.size(); i++) {
      List<Step> steps = steps(phases.get(i));
      if (steps.stream().anyMatch(step -> step.state() == State.DONE)) {
        boolean left =
            steps.stream()
                .anyMatch(
                    step -> step.stage().kind() != StageKind.HELP && step.state() != State.DONE);
        reached = left ? i : i + 1;
      }
    }
    return reached;
  }

  /** The stages in order. */
  public List<Step> steps() {
    return followed.season().plan().track().phases().stream()
        .flatMap(phase -> steps(phase).stream())
        .toList();
  }

  private List<Step> steps(Phase phase) {
    return phase.stages().stream().map(stage -> step(phase, stage)).toList();
  }

  private Step step(Phase phase, Stage stage) {
    Optional<Session> held = last(stage, Session.State.HELD);
    if (held.isPresent()) {
      return new Step(stage, State.DONE, held);
    }
    Optional<Session> planned = last(stage, Session.State.PLANNED);
    if (planned.isPresent()) {
      State state = planned.get().isToNote(now) ? State.LATE : State.PLANNED;
      return new Step(stage, state, planned);
    }
    if (stage.kind().isDoneByPublishing() && !datasets.isEmpty()) {
      boolean published = datasets.stream().anyMatch(set -> set.published() != null);
      return new Step(stage, published ? State.DONE : State.PLANNED, Optional.empty());
    }
    return new Step(stage, isLate(phase, stage) ? State.LATE : State.TO_COME, Optional.empty());
  }

  /** Help is given when it is asked for: it is never late. */
  private boolean isLate(Phase phase, Stage stage) {
    return stage.kind() != StageKind.HELP
        && !followed.position().status().isOver()
        && phase.until().isBefore(LocalDate.ofInstant(now, Meeting.ZONE));
  }

  private Optional<Session> last(Stage stage, Session.State state) {
    return followed.tally().lines().stream()
        .map(Tally.Line::session)
        .filter(one -> one.meeting().stage().equals(stage.key()) && one.state() == state)
        .reduce((one, next) -> next);
  }
}
