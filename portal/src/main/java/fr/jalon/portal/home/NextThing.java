package fr.jalon.portal.home;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Visibility;
import fr.jalon.portal.checklist.AuthorityItem;
import fr.jalon.portal.checklist.Checklist;
import fr.jalon.portal.checklist.Checklist.OfDataset;
import fr.jalon.portal.checklist.ChecklistPaths;
import fr.jalon.portal.checklist.DatasetItem;
import fr.jalon.portal.checklist.Line;
import fr.jalon.portal.checklist.Mark;
import fr.jalon.portal.deposit.Awaited;
import fr.jalon.portal.deposit.DepositProgress;
import fr.jalon.portal.deposit.Milestone;
import fr.jalon.portal.programme.ProgrammePaths;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that somebody of an authority should do next.
 *
 * @param about title of a dataset, "" for none
 * @param item of a checklist, null when it is about none
 * @param due the day it was for, null when it is not late
 */
record NextThing(
    Kind kind, String about, @Nullable Line item, @Nullable LocalDate due, String href) {
  enum Kind {
    /** A dataset waits for this person's agreement. */
    VISA,
    /** An item whose day is past. */
    LATE,
    ITEM,
    /** A dataset waits for its new version. */
    UPDATE
  }

  /**
   * What comes first: what others wait for, what is late, the file in hand, then what the phase
   * asks of the authority, what datasets online lack, and what the next phases will ask.
   *
   * @param phase the authority is in, by its place
   */
  static Optional<NextThing> of(
      Person who, Checklist list, List<Awaited> visas, int phase, LocalDate today, Instant now) {
    return Stream.of(
            visas.stream()
                .map(one -> new NextThing(Kind.VISA, one.title(), null, null, one.href())),
            late(list, today),
            list.datasets().stream().filter(NextThing::isUnderWay).flatMap(set -> data(list, set)),
            authority(who, list).filter(next -> next.isOfPhase(phase)),
            updates(list, now),
            list.datasets().stream().filter(NextThing::isOnline).flatMap(set -> data(list, set)),
            authority(who, list))
        .flatMap(some -> some)
        .findFirst();
  }

  private boolean isOfPhase(int phase) {
    return item != null && item.item().phase().ordinal() <= phase;
  }

  private static Stream<NextThing> late(Checklist list, LocalDate today) {
    return Stream.concat(
        list.authority().stream()
            .filter(line -> line.isLate(today))
            .map(
                line -> late(line, "", ChecklistPaths.item(id(list), (AuthorityItem) line.item()))),
        list.datasets().stream()
            .flatMap(
                set ->
                    set.lines().stream()
                        .filter(line -> line.isLate(today))
                        .map(
                            line ->
                                late(
                                    line,
                                    set.title(),
                                    ChecklistPaths.item(
                                        id(list), set.subject(), (DatasetItem) line.item())))));
  }

  private static NextThing late(Line line, String about, String href) {
    Mark mark = line.mark();
    return new NextThing(Kind.LATE, about, line, mark == null ? null : mark.due(), href);
  }

  private static UUID id(Checklist list) {
    return list.beneficiaryId();
  }

  /** What was withdrawn asks for nothing. */
  private static boolean isUnderWay(OfDataset set) {
    return set.dataset() == null || set.dataset().visibility() == Visibility.SANDBOX;
  }

  private static boolean isOnline(OfDataset set) {
    return set.dataset() != null && set.dataset().published() != null;
  }

  /**
   * What facts will tick first: people's own words may wait. The facilitator's visa is not theirs.
   */
  private static Stream<NextThing> data(Checklist list, OfDataset set) {
    List<Line> open =
        set.lines().stream()
            .filter(line -> line.state().isOpen() && line.item() != DatasetItem.PUBLISHED)
            .toList();
    return Stream.concat(
            open.stream().filter(line -> line.item().ticksItself()),
            open.stream().filter(line -> !line.item().ticksItself()))
        .map(
            line ->
                new NextThing(
                    Kind.ITEM,
                    set.title(),
                    line,
                    null,
                    line.item().ticksItself()
                        ? work(set)
                        : ChecklistPaths.item(id(list), set.subject(), (DatasetItem) line.item())));
  }

  /** Where one works on it: its deposit until it is published, then its upkeep. */
  private static String work(OfDataset set) {
    DepositProgress deposit = set.deposit();
    if (deposit != null && deposit.since(Milestone.PUBLISHED) == null) {
      return deposit.href();
    }
    return set.dataset() == null ? set.href() : upkeep(set.dataset());
  }

  private static String upkeep(Dataset dataset) {
    return CatalogPaths.care(dataset.slug()) + "/mise-a-jour";
  }

  private static Stream<NextThing> authority(Person who, Checklist list) {
    return list.authority().stream()
        .filter(line -> line.state().isOpen())
        .map(
            line ->
                new NextThing(
                    Kind.ITEM, "", line, null, act(who, id(list), (AuthorityItem) line.item())));
  }

  /** Where it is done; agents see what it is about, for they do not tell it themselves. */
  private static String act(Person who, UUID beneficiaryId, AuthorityItem item) {
    String page = ProgrammePaths.beneficiary(beneficiaryId);
    String about = ChecklistPaths.item(beneficiaryId, item);
    boolean guides = who.role() != Role.AGENT;
    return switch (item) {
      case FOCAL_POINT -> guides ? page + "#referent" : about;
      case DELIBERATION -> guides ? page + "#dossier" : about;
      case PRIORITIES -> page + "#sessions";
      case FIRST_CHOICES, LICENSE -> "/depots/nouveau";
      case RENEWAL, CONTACT -> "/mises-a-jour";
      case ELECTED,
          SERVICES,
          INVENTORY,
          NATIONAL_ACCOUNT,
          REGIONAL_ACCOUNT,
          REGISTER,
          CONTRACTS,
          PUBLICITY ->
          about;
    };
  }

  private static Stream<NextThing> updates(Checklist list, Instant now) {
    return list.datasets().stream()
        .flatMap(set -> Stream.ofNullable(set.dataset()))
        .filter(
            set -> {
              Instant due = set.published() == null ? null : set.current().due();
              return due != null && due.isBefore(now);
            })
        .map(set -> new NextThing(Kind.UPDATE, set.title(), null, null, upkeep(set)));
  }
}
