package fr.jalon.portal.deposit;

import fr.jalon.engine.rule.Cause;
import fr.jalon.portal.deposit.Visa.Side;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A deposit that is not published, and what it waits for: addresses only, never what stands there.
 *
 * @param title given to the dataset, else the name of the file
 * @param savedAt of the last thing somebody did
 * @param refused true when its file cannot be read
 * @param askedAt when its publication was asked for, null while it is not
 * @param visas the sides that agreed to what is in the sandbox
 * @param undecided things that speak of people and nobody decided about
 * @param unconfirmed things kept as they are that a second person has not agreed to
 * @param card the first card of its corrections, null when none is left or it was not looked at
 */
public record UnderWay(
    UUID id,
    UUID organizationId,
    String title,
    Step step,
    Instant savedAt,
    boolean refused,
    @Nullable Instant askedAt,
    Set<Side> visas,
    int undecided,
    int unconfirmed,
    @Nullable Card card) {
  /** As many as one reads in a line. */
  private static final int MOST_CELLS = 3;

  private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,8}");

  public UnderWay {
    visas = Set.copyOf(visas);
  }

  /**
   * A card of the corrections.
   *
   * @param count how many cells, rows or columns it is about
   */
  public record Card(long count, Place place) {}

  static UnderWay of(Deposit one, boolean refused, Set<Side> visas) {
    Draft draft = one.draft();
    boolean read =
        one.inspection() != null
            && !refused
            && !one.job().running()
            && one.step() != Step.READING
            && !one.protection().stale();
    return new UnderWay(
        one.id(),
        one.organizationId(),
        draft == null || draft.title().isBlank() ? one.fileName() : draft.title(),
        one.step(),
        one.savedAt(),
        refused,
        one.versionId() == null ? null : one.placed().askedAt(),
        visas,
        read ? one.undecided().size() : 0,
        read ? one.protection().unconfirmed().size() : 0,
        read && one.step() == Step.REPAIRS ? card(one) : null);
  }

  private static @Nullable Card card(Deposit deposit) {
    return MendsViews.firstCard(deposit)
        .map(
            code ->
                new Card(
                    causes(deposit, code).mapToLong(Cause::count).sum(),
                    new Place(
                        deposit.id(),
                        Step.REPAIRS,
                        code,
                        causes(deposit, code)
                            .flatMap(cause -> cause.samples().stream())
                            .map(Cause.Sample::address)
                            .filter(address -> CELL.matcher(address).matches())
                            .limit(MOST_CELLS)
                            .toList())))
        .orElse(null);
  }

  private static Stream<Cause> causes(Deposit deposit, String code) {
    return deposit.seen().findings().stream().filter(cause -> cause.code().equals(code));
  }

  /** Of the page where one goes on. */
  public String href() {
    return "/depots/" + id;
  }

  /** Of the page of a step. */
  public String href(Step at) {
    return href() + "/" + at.path();
  }
}
