package fr.jalon.portal.deposit;

import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.RodBand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What frames each step of a deposit: the rod, the file, when it was saved, the way back.
 *
 * @param at the step shown
 * @param authority name of the organization it is for
 * @param back where the way back leads
 * @param origin the address the file came from, null when it was sent
 * @param requests what someone asked to change at this step
 * @param aside what another room puts beside the step, null for nothing
 */
public record Wizard(
    Page page,
    Deposit deposit,
    Step at,
    String authority,
    List<RodBand> bands,
    String saved,
    @Nullable String back,
    @Nullable String origin,
    List<RequestForChange> requests,
    @Nullable Aside aside) {
  public Wizard {
    bands = List.copyOf(bands);
    requests = List.copyOf(requests);
  }

  static Wizard of(Page page, Deposit deposit, Step at, String authority, Instant now) {
    return new Wizard(
        page,
        deposit,
        at,
        authority,
        bands(page, deposit, at),
        saved(page, deposit.savedAt(), now),
        at.ordinal() == 0 || deposit.published() ? null : deposit.href(before(deposit, at)),
        null,
        List.of(),
        null);
  }

  /** The step before, among those that this deposit shows. */
  private static Step before(Deposit deposit, Step at) {
    Step before = Step.values()[at.ordinal() - 1];
    return before == Step.PROTECTION && !deposit.speaksOfPeople() ? Step.READING : before;
  }

  /** The same for a file that came from an address of the web, null for one that was sent. */
  Wizard from(@Nullable String address) {
    return new Wizard(page, deposit, at, authority, bands, saved, back, address, requests, aside);
  }

  /** The same, with what someone asked to change here. */
  Wizard asked(List<RequestForChange> here) {
    return new Wizard(page, deposit, at, authority, bands, saved, back, origin, here, aside);
  }

  /** The same, with what another room puts beside the step. */
  Wizard beside(@Nullable Aside other) {
    return new Wizard(page, deposit, at, authority, bands, saved, back, origin, requests, other);
  }

  /** True for those who may ask a person about the step. */
  public boolean asks() {
    return aside != null && !aside.ask().isEmpty();
  }

  /** Where a person is asked about the step. */
  public String askHref() {
    return askHref("", List.of());
  }

  /** Where a person is asked about a card of the step. */
  public String askHref(String card, List<String> cells) {
    return aside == null ? "" : aside.href(new Place(deposit.id(), at, card, cells));
  }

  /** Address of something of this deposit: "corrections/accepter". */
  public String href(String path) {
    return "/depots/" + deposit.id() + "/" + path;
  }

  /** The rod before any file was received. */
  static List<RodBand> bandsBefore(Page page) {
    List<RodBand> bands = new ArrayList<>();
    bands.add(new RodBand(page.t("deposit.step.file"), RodBand.State.CURRENT, null));
    for (Step step : Step.values()) {
      if (step == Step.PROTECTION) {
        // most files speak of nobody
        continue;
      }
      bands.add(new RodBand(page.t(step.key()), RodBand.State.TO_COME, null));
    }
    return bands;
  }

  private static String saved(Page page, Instant when, Instant now) {
    return page.date(when).equals(page.date(now))
        ? page.t("deposit.saved.today", page.time(when))
        : page.t("deposit.saved.before", page.dateTime(when));
  }

  private static List<RodBand> bands(Page page, Deposit deposit, Step at) {
    List<RodBand> bands = new ArrayList<>();
    bands.add(new RodBand(page.t("deposit.step.file"), RodBand.State.DONE, null));
    for (Step step : Step.values()) {
      if (step == Step.PROTECTION && at != step && !deposit.speaksOfPeople()) {
        continue;
      }
      boolean reached = step.compareTo(deposit.step()) <= 0;
      boolean passed = step.compareTo(deposit.step()) < 0 || deposit.published();
      RodBand.State state =
          step == at ? RodBand.State.CURRENT : passed ? RodBand.State.DONE : RodBand.State.TO_COME;
      boolean open = reached && !deposit.published();
      bands.add(new RodBand(page.t(step.key()), state, open ? deposit.href(step) : null));
    }
    return bands;
  }
}
