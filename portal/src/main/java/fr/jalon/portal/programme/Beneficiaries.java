package fr.jalon.portal.programme;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.agreement.Fact;
import fr.jalon.portal.agreement.Reckoning;
import fr.jalon.portal.agreement.Status;
import fr.jalon.portal.programme.Beneficiary.Designation;
import fr.jalon.portal.programme.Beneficiary.Dossier;
import fr.jalon.portal.programme.Beneficiary.Membership;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The authorities that a season accompanies. */
@Service
public class Beneficiaries {
  /** Written in the story of an agreement, in the language of agreements. */
  private static final String NOT_LOST =
      Messages.in(Messages.FRENCH).text("programme.membership.not-lost");

  private final BeneficiaryRows rows;
  private final SessionRows sessions;
  private final Seasons seasons;
  private final Agreements agreements;
  private final Accounts accounts;

  Beneficiaries(
      BeneficiaryRows rows,
      SessionRows sessions,
      Seasons seasons,
      Agreements agreements,
      Accounts accounts) {
    this.rows = rows;
    this.sessions = sessions;
    this.seasons = seasons;
    this.agreements = agreements;
    this.accounts = accounts;
  }

  /** In one transaction with the acceptance. */
  Beneficiary accept(
      Season season,
      Candidacy candidacy,
      UUID organizationId,
      String named,
      String signatory,
      String address,
      Person by) {
    SeasonPlan plan = season.plan();
    Agreement agreement =
        agreements.draft(
            organizationId, season.id(), plan.text(), plan.terms(named, signatory, address), by);
    Beneficiary beneficiary =
        new Beneficiary(
            UUID.randomUUID(),
            season.id(),
            organizationId,
            candidacy.name(),
            agreement.id(),
            seasons.now(),
            new Dossier(address, signatory, candidacy.agents(), "", null, "", "", "", false),
            List.of(),
            null,
            0);
    rows.insert(beneficiary);
    return get(beneficiary.id());
  }

  @Transactional(readOnly = true)
  public Beneficiary get(UUID id) {
    return rows.find(id).orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_BENEFICIARY));
  }

  /**
   * The same for someone who may see it: another authority's looks as if it were not there.
   *
   * @throws Rejected with {@link ProgrammeProblem#NO_SUCH_BENEFICIARY}
   */
  @Transactional(readOnly = true)
  public Beneficiary getFor(UUID id, Person who) {
    Beneficiary one = get(id);
    if (who.role().belongsToAnAuthority() && !one.organizationId().equals(who.organizationId())) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_BENEFICIARY);
    }
    return one;
  }

  @Transactional(readOnly = true)
  public Optional<Beneficiary> findByAgreement(UUID agreementId) {
    return rows.findByAgreement(agreementId);
  }

  /** What an authority is or was, the last first. */
  @Transactional(readOnly = true)
  public List<Beneficiary> listOf(UUID organizationId) {
    return rows.listOf(organizationId);
  }

  /** Those of a season, by name. */
  @Transactional(readOnly = true)
  public List<Beneficiary> listOfSeason(UUID seasonId) {
    return rows.listOfSeason(seasonId);
  }

  /**
   * Those of a season with where they are, by name. As many statements for one as for all of them.
   */
  @Transactional(readOnly = true)
  public List<Followed> follow(Season season) {
    Map<UUID, Agreement> byId =
        agreements.listOfSeason(season.id()).stream()
            .collect(Collectors.toMap(Agreement::id, Function.identity()));
    Map<UUID, List<Session>> held =
        sessions.listOfSeason(season.id()).stream()
            .collect(Collectors.groupingBy(Session::beneficiaryId));
    return rows.listOfSeason(season.id()).stream()
        .map(
            one ->
                followed(
                    season,
                    one,
                    byId.get(one.agreementId()),
                    held.getOrDefault(one.id(), List.of())))
        .toList();
  }

  /** One, with where it is. */
  @Transactional(readOnly = true)
  public Followed follow(Beneficiary one) {
    return followed(
        seasons.get(one.seasonId()),
        one,
        agreements.get(one.agreementId()),
        sessions.listOf(one.id()));
  }

  private Followed followed(
      Season season, Beneficiary one, @Nullable Agreement agreement, List<Session> held) {
    if (agreement == null) {
      throw new IllegalStateException("no agreement of beneficiary " + one.id());
    }
    LocalDate today = seasons.today();
    Reckoning reckoning = agreement.reckon();
    Track track = season.plan().track();
    return new Followed(
        season,
        one,
        agreement,
        reckoning,
        reckoning.on(today),
        Tally.of(
            held,
            reckoning.termsOn(today).sessions(),
            key -> track.findStage(key).map(Stage::kind),
            reckoning::counting));
  }

  /** Says what was asked; a SIRET is checked by its key. */
  @Transactional
  public Beneficiary tell(Person by, UUID id, Dossier dossier, int revision) {
    Beneficiary one = getFor(id, by);
    String siret = dossier.debtorSiret().replaceAll("[\\s.]", "");
    if (!siret.isEmpty() && !(siret.matches("\\d{14}") && Identifiers.isSiret(siret))) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_SIRET);
    }
    LocalDate deliberated = dossier.deliberatedOn();
    if (deliberated != null
        && (deliberated.isAfter(seasons.today())
            || deliberated.isBefore(seasons.today().minusYears(10)))) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_DAY);
    }
    Dossier checked =
        new Dossier(
            Seasons.optional(dossier.address(), 400),
            Seasons.optional(dossier.signatory(), 160),
            dossier.agents(),
            Seasons.optional(dossier.deliberation(), 80),
            deliberated,
            siret,
            Seasons.optional(dossier.serviceCode(), 100),
            Seasons.optional(dossier.engagement(), 50),
            dossier.noCodes());
    if (!rows.update(one.id(), checked, revision)) {
      throw new Rejected(ProgrammeProblem.CHANGED_MEANWHILE);
    }
    return get(id);
  }

  /** The people it may choose among. */
  @Transactional(readOnly = true)
  public List<Person> listPeople(Beneficiary one) {
    return accounts.listOf(one.organizationId());
  }

  /** Someone is its référent from that day on, and has the role. */
  @Transactional
  public Beneficiary designate(Person by, UUID id, UUID personId, LocalDate from) {
    Beneficiary one = getFor(id, by);
    if (by.role() == Role.AGENT) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_BENEFICIARY);
    }
    Person person =
        accounts
            .find(personId)
            .filter(found -> one.organizationId().equals(found.organizationId()))
            .orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_COLLEAGUE));
    LocalDate today = seasons.today();
    if (from.isAfter(today) || from.isBefore(today.minusYears(5))) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_DAY);
    }
    rows.designate(id, new Designation(personId, person.name(), from, by.name()), seasons.now());
    if (person.role() == Role.AGENT) {
      accounts.giveRole(personId, Role.FOCAL_POINT);
    }
    return get(id);
  }

  /**
   * Says since when it is a member of the GIP, and until when. A loss is recorded on the agreements
   * it ends; one that was none is corrected there.
   */
  @Transactional
  public Beneficiary setMembership(
      Person by, UUID id, LocalDate since, @Nullable LocalDate lostOn, String reason) {
    Beneficiary one = get(id);
    if (since.isAfter(seasons.today()) || since.getYear() < 1990) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_DAY);
    }
    if (lostOn != null && (lostOn.isBefore(since) || lostOn.isAfter(seasons.today()))) {
      throw new Rejected(ProgrammeProblem.DAYS_OUT_OF_ORDER);
    }
    String why = lostOn == null ? "" : Seasons.words(reason, 1_000);
    LocalDate carried = one.membership() == null ? null : one.membership().lostOn();
    rows.setMembership(
        one.organizationId(), new Membership(since, lostOn, why), by.name(), seasons.now());
    for (Agreement agreement : agreements.listOf(one.organizationId())) {
      carry(agreement, new Membership(since, lostOn, why), carried, by);
    }
    return get(id);
  }

  /**
   * @param carried the loss that was said here before, null for none: one recorded on the agreement
   *     alone is not ours to correct
   */
  private void carry(
      Agreement agreement, Membership membership, @Nullable LocalDate carried, Person by) {
    LocalDate lostOn = membership.lostOn();
    String why = membership.reason().isEmpty() ? NOT_LOST : membership.reason();
    Agreement known = agreement;
    for (Fact fact : agreement.reckon().facts()) {
      // a loss before it became a member again stays true
      if (fact.act() instanceof Act.MembershipLost former
          && former.on().equals(carried)
          && !former.on().isBefore(membership.since())
          && !former.on().equals(lostOn)) {
        known =
            agreements.record(
                known.id(),
                known.revision(),
                new Act.Corrected(seasons.today(), fact.id(), why),
                by);
      }
    }
    Reckoning reckoning = known.reckon();
    boolean ends =
        lostOn != null
            && reckoning.on(lostOn).status() == Status.IN_FORCE
            && reckoning.on(seasons.today()).ending() == null
            && reckoning.facts().stream()
                .noneMatch(fact -> fact.act() instanceof Act.MembershipLost);
    if (lostOn != null && ends) {
      agreements.record(known.id(), known.revision(), new Act.MembershipLost(lostOn, why), by);
    }
  }
}
