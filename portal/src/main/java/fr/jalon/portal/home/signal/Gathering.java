package fr.jalon.portal.home.signal;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.checklist.Checklists;
import fr.jalon.portal.checklist.Line;
import fr.jalon.portal.deposit.Milestones;
import fr.jalon.portal.deposit.Repeated;
import fr.jalon.portal.deposit.UnderWay;
import fr.jalon.portal.diagnosis.Interviews;
import fr.jalon.portal.diagnosis.Unreleased;
import fr.jalon.portal.help.HelpRequests;
import fr.jalon.portal.help.Waiting;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Candidacies;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Fillings;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.workshop.Workshops;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what the kinds look at: as many statements for one authority as for all of a season. */
@Component
class Gathering {
  /** Files received before are no habit any more: half a year, ours. */
  private static final Duration HABIT = Duration.ofDays(180);

  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final Candidacies candidacies;
  private final Datasets datasets;
  private final Milestones milestones;
  private final Checklists checklists;
  private final Fillings fillings;
  private final Interviews interviews;
  private final HelpRequests help;
  private final Workshops workshops;
  private final Accounts accounts;

  Gathering(
      Seasons seasons,
      Beneficiaries beneficiaries,
      Candidacies candidacies,
      Datasets datasets,
      Milestones milestones,
      Checklists checklists,
      Fillings fillings,
      Interviews interviews,
      HelpRequests help,
      Workshops workshops,
      Accounts accounts) {
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.candidacies = candidacies;
    this.datasets = datasets;
    this.milestones = milestones;
    this.checklists = checklists;
    this.fillings = fillings;
    this.interviews = interviews;
    this.help = help;
    this.workshops = workshops;
    this.accounts = accounts;
  }

  SeasonFacts of(Season season, Limits limits) {
    Instant now = seasons.now();
    LocalDate today = seasons.today();
    List<Followed> all = beneficiaries.follow(season);
    List<UUID> ids = all.stream().map(one -> one.beneficiary().id()).toList();
    List<UUID> organizations = all.stream().map(one -> one.beneficiary().organizationId()).toList();
    int still = Math.min(limits.of(Threshold.STUCK), limits.of(Threshold.PERSONAL_DATA));
    Map<UUID, List<UnderWay>> deposits =
        milestones.listUnderWay(
            organizations,
            start(season.plan().call().from()),
            start(today.minusDays(still).plusDays(1)));
    Map<UUID, List<Repeated>> repeated =
        milestones.listRepeated(organizations, now.minus(HABIT), limits.of(Threshold.SAME_FINDING));
    Map<UUID, List<Dataset>> sets =
        datasets.listOfAll(organizations).stream()
            .collect(Collectors.groupingBy(Dataset::publisherId));
    Map<UUID, List<Waiting>> asking =
        help.listWaiting().stream().collect(Collectors.groupingBy(Waiting::organizationId));
    Map<UUID, List<Filling>> questionnaires =
        fillings.listOfAll(ids).stream().collect(Collectors.groupingBy(Filling::beneficiaryId));
    Map<UUID, List<Unreleased>> talks =
        interviews.listUnreleased(ids).stream()
            .collect(Collectors.groupingBy(Unreleased::beneficiaryId));
    Map<UUID, List<Line>> items = checklists.lines(all);
    Map<UUID, Instant> uses = accounts.listLastUses(organizations);
    Map<UUID, Set<UUID>> people = people(new HashSet<>(organizations));
    return new SeasonFacts(
        season,
        now,
        today,
        limits,
        candidacies.listOf(season.id()),
        workshops.ofSeason(season.id()),
        all.stream()
            .map(
                one -> {
                  UUID id = one.beneficiary().id();
                  UUID organization = one.beneficiary().organizationId();
                  return new AuthorityFacts(
                      one,
                      now,
                      today,
                      limits,
                      sets.getOrDefault(organization, List.of()),
                      deposits.getOrDefault(organization, List.of()),
                      repeated.getOrDefault(organization, List.of()),
                      asking.getOrDefault(organization, List.of()),
                      questionnaires.getOrDefault(id, List.of()),
                      talks.getOrDefault(id, List.of()),
                      items.getOrDefault(id, List.of()),
                      people.getOrDefault(organization, Set.of()),
                      uses.get(organization));
                })
            .toList());
  }

  private Map<UUID, Set<UUID>> people(Set<UUID> organizations) {
    return accounts.listAll().stream()
        .filter(one -> organizations.contains(one.organizationId()))
        .collect(
            Collectors.groupingBy(
                one -> java.util.Objects.requireNonNull(one.organizationId()),
                Collectors.mapping(Person::id, Collectors.toSet())));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Messages.PARIS).toInstant();
  }
}
