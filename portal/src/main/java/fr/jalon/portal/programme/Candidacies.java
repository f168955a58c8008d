package fr.jalon.portal.programme;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Candidacy.Contact;
import fr.jalon.portal.programme.Candidacy.Standing;
import fr.jalon.portal.web.MailAddress;
import fr.jalon.portal.web.Rejected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who asks to take part in a season, and what was answered. Whoever calls checks who may. */
@Service
public class Candidacies {
  private static final int MOST_CHOICES = 12;
  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_REASONS = 4_000;

  private final CandidacyRows rows;
  private final Seasons seasons;
  private final Organizations organizations;
  private final Beneficiaries beneficiaries;
  private final ProgrammeMails mails;
  private final ProgrammePapers papers;

  Candidacies(
      CandidacyRows rows,
      Seasons seasons,
      Organizations organizations,
      Beneficiaries beneficiaries,
      ProgrammeMails mails,
      ProgrammePapers papers) {
    this.rows = rows;
    this.seasons = seasons;
    this.organizations = organizations;
    this.beneficiaries = beneficiaries;
    this.mails = mails;
    this.papers = papers;
  }

  /**
   * What an authority writes of itself.
   *
   * @param name needed only for one that is not in our list
   */
  public record Application(
      String siren,
      String name,
      Contact contact,
      String reasons,
      @Nullable BigDecimal agents,
      boolean former,
      boolean member) {}

  /** The authorities that what was typed may mean: a SIREN, a name or its beginning. */
  @Transactional(readOnly = true)
  public List<LocalAuthority> search(String typed) {
    String digits = typed.replaceAll("[\\s.]", "");
    if (digits.matches("\\d{9}")) {
      return organizations.findBySiren(digits).stream().toList();
    }
    List<LocalAuthority> found = organizations.search(typed, MOST_CHOICES);
    List<LocalAuthority> exact =
        found.stream().filter(one -> one.name().equalsIgnoreCase(typed.strip())).toList();
    return exact.size() == 1 ? exact : found;
  }

  /** True between the days of the call. */
  public boolean isOpen(Season season) {
    return season.plan().call().contains(seasons.today());
  }

  /**
   * An authority applies; its contact is told.
   *
   * @throws Rejected when the call is closed, it applied already or something is missing
   */
  @Transactional
  public Candidacy apply(Season season, Application application) {
    if (!isOpen(season)) {
      throw new Rejected(ProgrammeProblem.CALL_CLOSED);
    }
    String siren = checkedSiren(application.siren());
    Optional<LocalAuthority> known = organizations.findBySiren(siren);
    Contact contact = checked(application.contact());
    Candidacy candidacy =
        new Candidacy(
            UUID.randomUUID(),
            season.id(),
            known.map(LocalAuthority::id).orElse(null),
            siren,
            known
                .map(LocalAuthority::name)
                .orElseGet(() -> Seasons.words(application.name(), LONGEST_NAME)),
            contact,
            Seasons.words(application.reasons(), LONGEST_REASONS),
            application.agents(),
            application.former(),
            application.member(),
            Eligibility.of(known.orElse(null), application.agents()),
            Standing.RECEIVED,
            seasons.now(),
            null,
            "",
            "",
            0);
    if (!rows.insert(candidacy)) {
      throw new Rejected(ProgrammeProblem.APPLIED_ALREADY);
    }
    mails.candidacyReceived(season, candidacy);
    return candidacy;
  }

  private static Contact checked(Contact contact) {
    String email = contact.email().strip();
    if (!MailAddress.isOne(email)) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_EMAIL);
    }
    return new Contact(
        Seasons.words(contact.name(), LONGEST_NAME), email, Seasons.optional(contact.phone(), 40));
  }

  @Transactional(readOnly = true)
  public Candidacy get(UUID id) {
    return rows.find(id).orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_CANDIDACY));
  }

  /** In the order in which they came. */
  @Transactional(readOnly = true)
  public List<Candidacy> listOf(UUID seasonId) {
    return rows.listOf(seasonId);
  }

  /** An administrator says that an authority that is not in our list exists: it is from then on. */
  @Transactional
  public Candidacy confirm(
      Person by,
      UUID id,
      LocalAuthority.Kind kind,
      String name,
      String department,
      int population,
      int revision) {
    Seasons.requireAdministrator(by);
    Candidacy candidacy = get(id);
    LocalAuthority authority =
        organizations.add(
            kind, Seasons.words(name, LONGEST_NAME), candidacy.siren(), department, population);
    Eligibility eligibility = Eligibility.of(authority, candidacy.agents());
    if (!rows.confirm(id, authority.id(), authority.name(), eligibility, revision)) {
      throw new Rejected(ProgrammeProblem.CHANGED_MEANWHILE);
    }
    return get(id);
  }

  /**
   * An administrator puts right a SIREN that was mistyped: the authority is the one of our list
   * that has it, or is to be confirmed.
   */
  @Transactional
  public Candidacy correct(Person by, UUID id, String siren, int revision) {
    Seasons.requireAdministrator(by);
    Candidacy candidacy = requireOpen(id);
    String digits = checkedSiren(siren);
    LocalAuthority known = organizations.findBySiren(digits).orElse(null);
    if (rows.listOf(candidacy.seasonId()).stream()
        .anyMatch(other -> !other.id().equals(id) && other.siren().equals(digits))) {
      throw new Rejected(ProgrammeProblem.APPLIED_ALREADY);
    }
    try {
      if (!rows.correct(
          id,
          digits,
          known == null ? null : known.id(),
          known == null ? candidacy.name() : known.name(),
          Eligibility.of(known, candidacy.agents()),
          revision)) {
        throw new Rejected(ProgrammeProblem.CHANGED_MEANWHILE);
      }
    } catch (DuplicateKeyException since) {
      throw new Rejected(ProgrammeProblem.APPLIED_ALREADY);
    }
    return get(id);
  }

  private static String checkedSiren(String written) {
    String siren = written.replaceAll("[\\s.]", "");
    if (!siren.matches("\\d{9}") || !Identifiers.isSiren(siren)) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_SIREN);
    }
    return siren;
  }

  /** Puts it on the waiting list, or refuses it: a reason is given, and the contact is told. */
  @Transactional
  public Candidacy decide(Person by, UUID id, Standing standing, String reason, int revision) {
    if (standing != Standing.WAITING && standing != Standing.REFUSED) {
      throw new IllegalArgumentException("accepting is another verb: " + standing);
    }
    Candidacy candidacy = requireOpen(id);
    String told =
        standing == Standing.REFUSED
            ? Seasons.words(reason, LONGEST_REASONS)
            : Seasons.optional(reason, LONGEST_REASONS);
    if (!rows.decide(id, standing, by.name(), told, seasons.now(), revision)) {
      throw new Rejected(ProgrammeProblem.CHANGED_MEANWHILE);
    }
    return told(seasons.get(candidacy.seasonId()), get(id), by);
  }

  /**
   * Accepts it: the authority is a beneficiary of the season from now on, and its agreement is
   * drafted.
   *
   * @param named as page one of the agreement names it, with its capacity
   * @param signatory who signs for it, with their capacity
   * @param address of the authority, where notices are sent
   */
  @Transactional
  public Beneficiary accept(
      Person by, UUID id, String named, String signatory, String address, int revision) {
    Candidacy candidacy = requireOpen(id);
    UUID organization = candidacy.organizationId();
    if (organization == null) {
      throw new Rejected(ProgrammeProblem.TO_BE_CONFIRMED);
    }
    if (!rows.decide(id, Standing.ACCEPTED, by.name(), "", seasons.now(), revision)) {
      throw new Rejected(ProgrammeProblem.CHANGED_MEANWHILE);
    }
    Season season = seasons.get(candidacy.seasonId());
    Beneficiary beneficiary =
        beneficiaries.accept(
            season,
            candidacy,
            organization,
            Seasons.words(named, LONGEST_NAME),
            Seasons.words(signatory, LONGEST_NAME),
            Seasons.words(address, 400),
            by);
    told(season, get(id), by);
    return beneficiary;
  }

  /** The contact is written to, and the letter kept. */
  private Candidacy told(Season season, Candidacy decided, Person by) {
    papers.keepLetter(season, decided, by);
    mails.candidacyDecided(season, decided);
    return decided;
  }

  private Candidacy requireOpen(UUID id) {
    Candidacy candidacy = get(id);
    if (!candidacy.standing().isOpen()) {
      throw new Rejected(ProgrammeProblem.DECIDED_ALREADY);
    }
    return candidacy;
  }
}
