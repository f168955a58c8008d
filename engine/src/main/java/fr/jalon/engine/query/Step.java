package fr.jalon.engine.query;

/**
 * The rows whose number lies in one step, and what another column says there.
 *
 * @param index of the step: it begins at {@link StepWidth#from}, and what the next begins with is
 *     no longer in it
 * @param minimum of the other column in these rows, {@code mean} and {@code maximum} too; 0 when
 *     none was asked
 */
public record Step(long index, long rows, double minimum, double mean, double maximum) {}
