package fr.jalon.portal.deposit;

import java.util.Optional;
import java.util.stream.Stream;

/** The steps of a deposit after its file was received, in order. */
public enum Step {
  READING("lecture"),
  PROTECTION("protection"),
  REPAIRS("corrections"),
  DESCRIPTION("description"),
  CHECK("verification"),
  SANDBOX("bac-a-sable"),
  PUBLICATION("publication");

  private final String path;

  Step(String path) {
    this.path = path;
  }

  /** The last part of its page's address. */
  public String path() {
    return path;
  }

  /** Key of its name in the message files. */
  public String key() {
    return "deposit.step." + path;
  }

  /** The later of the two. */
  Step atLeast(Step other) {
    return compareTo(other) >= 0 ? this : other;
  }

  static Optional<Step> findByPath(String path) {
    return Stream.of(values()).filter(step -> step.path.equals(path)).findFirst();
  }
}
