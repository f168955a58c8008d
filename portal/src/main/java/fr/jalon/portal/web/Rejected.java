package fr.jalon.portal.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request is wrong, and its author can do something about it: a form error on pages,
 * problem+json (RFC 9457) on the API.
 *
 * <p>Has no stack trace: it is an answer, not a fault.
 */
public final class Rejected extends RuntimeException {
  private final transient Problem problem;
  private final transient List<@Nullable Object> values;

  /**
   * @param values those the problem's sentence asks for, in its order
   */
  public Rejected(Problem problem, @Nullable Object... values) {
    super(problem.messageKey() + " " + Arrays.toString(values), null, false, false);
    this.problem = problem;
    this.values = Collections.unmodifiableList(Arrays.asList(values.clone()));
  }

  public Problem problem() {
    return problem;
  }

  /** The problem in words. */
  public String sentence(Messages messages) {
    return messages.text(problem.messageKey(), values.toArray());
  }
}
