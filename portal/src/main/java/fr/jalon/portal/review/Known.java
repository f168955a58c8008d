package fr.jalon.portal.review;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Chronicle;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.deposit.Making;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.help.HelpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the data of some authorities, read once for all of them.
 *
 * @param makings by version
 * @param people whoever did something, with the authority they work or worked for
 */
record Known(
    Map<UUID, List<Chronicle>> chronicles,
    Map<UUID, Making> makings,
    Map<UUID, Person> people,
    Map<UUID, List<HelpRequest>> requests) {

  List<Chronicle> chronicles(UUID organizationId) {
    return chronicles.getOrDefault(organizationId, List.of());
  }

  List<HelpRequest> requests(UUID organizationId) {
    return requests.getOrDefault(organizationId, List.of());
  }

  /** What all see at a moment. */
  Stream<Version> seen(UUID organizationId, Instant moment) {
    return chronicles(organizationId).stream().flatMap(one -> one.on(moment).stream());
  }

  /**
   * True when an authority made a version by itself: nobody else touched its deposit, proposed a
   * mend, handed it back, or answered a request about it made before it was published: what is
   * asked later, for the next one, changes nothing of how this one was made. A version that came
   * otherwise than by a deposit, or that repeats an earlier one, shows nothing of the kind.
   */
  boolean isAlone(UUID organizationId, Version version) {
    Making making = makings.get(version.id());
    return making != null
        && version.repeats() == null
        && !making.suggested()
        && making.people().stream().allMatch(id -> isOf(organizationId, id))
        && requests(organizationId).stream().noneMatch(one -> isHelpWith(making, version, one));
  }

  /** Who has no account any more is nobody's: a hand that cannot be named is no proof. */
  private boolean isOf(UUID organizationId, UUID personId) {
    Person person = people.get(personId);
    return person != null && organizationId.equals(person.organizationId());
  }

  static boolean isHelpWith(Making making, Version version, HelpRequest request) {
    @Nullable Place place = request.where().place();
    Instant published = version.publishedAt();
    return place != null
        && (published == null || !request.askedAt().isAfter(published))
        && place.depositId().equals(making.depositId())
        && request.answeredAfter() != null;
  }

  /** Versions published after a moment and by another, made alone, the first first. */
  Stream<Version> alone(UUID organizationId, Instant after, Instant by) {
    return chronicles(organizationId).stream()
        .flatMap(one -> one.versions().stream())
        .filter(version -> isWithin(version, after, by))
        .filter(version -> isAlone(organizationId, version));
  }

  private static boolean isWithin(Version version, Instant after, Instant by) {
    Instant at = version.publishedAt();
    return at != null && at.isAfter(after) && !at.isAfter(by);
  }
}
