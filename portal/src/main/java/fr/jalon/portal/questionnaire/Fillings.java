package fr.jalon.portal.questionnaire;

import fr.jalon.portal.account.Mails;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.account.Token;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.questionnaire.Access.Right;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.Question.Fact;
import fr.jalon.portal.questionnaire.Questionnaire.Section;
import fr.jalon.portal.questionnaire.Sheet.Settlement;
import fr.jalon.portal.web.MailAddress;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The questionnaires of authorities: who answers them, and what they answered. */
@Service
public class Fillings {
  /** How long a link opens its questionnaire. */
  public static final Duration LINK_LIFE = Duration.ofDays(14);

  /** Respondents of a questionnaire: more than the services of a large town hall. */
  static final int MOST_RESPONDENTS = 60;

  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final FillingRows rows;
  private final Questionnaires questionnaires;
  private final Beneficiaries beneficiaries;
  private final KnownFacts facts;
  private final Mails mails;
  private final PortalSettings portal;

  Fillings(
      FillingRows rows,
      Questionnaires questionnaires,
      Beneficiaries beneficiaries,
      KnownFacts facts,
      Mails mails,
      PortalSettings portal) {
    this.rows = rows;
    this.questionnaires = questionnaires;
    this.beneficiaries = beneficiaries;
    this.facts = facts;
    this.mails = mails;
    this.portal = portal;
  }

  Instant now() {
    return questionnaires.now();
  }

  /** Opens the questionnaire of an authority; the one there is when it has one. */
  @Transactional
  public Filling open(Person by, UUID beneficiaryId, Occasion occasion) {
    Beneficiary one = beneficiaries.getFor(beneficiaryId, by);
    if (occasion == Occasion.EXIT && by.role().belongsToAnAuthority()) {
      throw new Rejected(QuestionnaireProblem.FOR_GUIDES);
    }
    rows.insert(
        UUID.randomUUID(),
        one.id(),
        occasion,
        questionnaires.current().number(),
        questionnaires.now());
    return find(one.id(), occasion).orElseThrow();
  }

  @Transactional(readOnly = true)
  public Optional<Filling> find(UUID beneficiaryId, Occasion occasion) {
    return listOf(beneficiaryId).stream().filter(one -> one.occasion() == occasion).findFirst();
  }

  /** Those of a beneficiary, entry first. */
  @Transactional(readOnly = true)
  public List<Filling> listOf(UUID beneficiaryId) {
    return rows.listOf(beneficiaryId);
  }

  /** Those of several beneficiaries. */
  @Transactional(readOnly = true)
  public List<Filling> listOfAll(Collection<UUID> beneficiaryIds) {
    return beneficiaryIds.isEmpty() ? List.of() : rows.listOfAll(beneficiaryIds);
  }

  /** Questions answered in each. */
  @Transactional(readOnly = true)
  Map<UUID, Integer> countAnswers(Collection<Filling> some) {
    return rows.countAnswers(some.stream().map(Filling::id).toList());
  }

  /**
   * Someone with an account before a questionnaire.
   *
   * @throws Rejected with {@link QuestionnaireProblem#NO_SUCH_QUESTIONNAIRE}, also for another
   *     authority's
   */
  @Transactional(readOnly = true)
  Access enter(UUID fillingId, Person who) {
    Filling filling = get(fillingId);
    Beneficiary one = beneficiaries.get(filling.beneficiaryId());
    if (who.role().belongsToAnAuthority() && !one.organizationId().equals(who.organizationId())) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_QUESTIONNAIRE);
    }
    Right right =
        switch (who.role()) {
          case AGENT -> Right.MEMBER;
          case FOCAL_POINT -> Right.GUIDE;
          case FACILITATOR, ADMINISTRATOR -> Right.STAFF;
          case FINANCE, TRAINEE -> throw new Rejected(QuestionnaireProblem.NO_SUCH_QUESTIONNAIRE);
        };
    return new Access(
        filling, one, right, rows.findByPerson(filling.id(), who.id()).orElse(null), who);
  }

  /** Someone with a link: it opens the questionnaire it was made for, and no other. */
  @Transactional(readOnly = true)
  Access enter(String token) {
    Respondent one =
        rows.findByToken(Token.sha256(token))
            .filter(found -> !found.isRemoved())
            .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_LINK));
    Instant expires = one.expiresAt();
    if (expires == null || expires.isBefore(questionnaires.now())) {
      throw new Rejected(QuestionnaireProblem.LINK_EXPIRED);
    }
    Filling filling = get(one.fillingId());
    return new Access(filling, beneficiaries.get(filling.beneficiaryId()), Right.LINK, one, null);
  }

  private Filling get(UUID id) {
    return rows.find(id)
        .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_QUESTIONNAIRE));
  }

  /** A questionnaire with its answers: as many statements whatever was answered. */
  @Transactional(readOnly = true)
  public Sheet sheet(Filling filling) {
    return sheet(filling, beneficiaries.get(filling.beneficiaryId()));
  }

  @Transactional(readOnly = true)
  Sheet sheet(Filling filling, Beneficiary of) {
    return new Sheet(
        questionnaires.get(filling.version()).content(),
        filling,
        rows.listAnswers(List.of(filling.id())).stream().map(FillingRows.Kept::answer).toList(),
        rows.listSettlements(filling.id(), filling.version()),
        (filling.isHandedIn() ? rows.findFacts(filling.id()) : Optional.<Map<Fact, Long>>empty())
            .orElseGet(() -> facts.of(of.organizationId())));
  }

  /** The version it is filled in. */
  @Transactional(readOnly = true)
  QuestionnaireVersion version(Filling filling) {
    return questionnaires.get(filling.version());
  }

  @Transactional(readOnly = true)
  List<Respondent> listRespondents(UUID fillingId) {
    return rows.listRespondents(fillingId);
  }

  /**
   * Keeps an answer of someone with an account.
   *
   * @param reply null when they take it back
   */
  @Transactional
  public void answer(Person who, UUID fillingId, String question, @Nullable Reply reply) {
    answer(enter(fillingId, who), question, reply);
  }

  /**
   * @param key of the question as the page knew it: a version put to use meanwhile may name it
   *     otherwise
   */
  @Transactional
  void answer(Access access, String key, @Nullable Reply reply) {
    Filling held = rows.hold(access.filling().id()).orElseThrow();
    if (held.isHandedIn()) {
      throw new Rejected(QuestionnaireProblem.HANDED_IN);
    }
    QuestionnaireVersion version = questionnaires.get(held.version());
    Questionnaire content = version.content();
    Question question =
        content
            .find(key)
            .or(() -> content.find(version.after(key)))
            .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION));
    Section section = content.sectionOf(question.key()).orElseThrow();
    if (!access.mayAnswer(section.key())) {
      throw new Rejected(QuestionnaireProblem.NOT_YOUR_SECTION);
    }
    Respondent respondent = respondent(access);
    if (reply == null) {
      rows.withdraw(held.id(), held.version(), question.key(), respondent.id());
      return;
    }
    if (!reply.fits(question)) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_CHOICE);
    }
    rows.answer(
        held.id(), held.version(), question.key(), respondent.id(), reply, questionnaires.now());
  }

  private Respondent respondent(Access access) {
    Respondent known = access.respondent();
    Person person = access.person();
    if (known == null && person != null) {
      rows.addRespondent(
          new Respondent(
              UUID.randomUUID(),
              access.filling().id(),
              person.id(),
              person.name(),
              person.email(),
              List.of(),
              access.right() == Right.STAFF,
              null,
              null),
          null,
          person.name(),
          questionnaires.now());
      known = rows.findByPerson(access.filling().id(), person.id()).orElse(null);
    }
    if (known == null || known.isRemoved()) {
      throw new Rejected(QuestionnaireProblem.RESPONDENT_REMOVED);
    }
    return known;
  }

  /**
   * Chooses which of several answers counts.
   *
   * @param at when the one that was read was given: {@link QuestionnaireProblem#ANSWERED_MEANWHILE}
   *     when it changed since
   */
  @Transactional
  void settle(Access access, String question, UUID respondentId, Instant at) {
    access.requireGuide();
    requireOpen(access);
    Answer given =
        sheet(access.filling(), access.beneficiary()).answers(question).stream()
            .filter(one -> one.respondentId().equals(respondentId))
            .findFirst()
            .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_RESPONDENT));
    if (!given.at().equals(at)) {
      throw new Rejected(QuestionnaireProblem.ANSWERED_MEANWHILE);
    }
    Person person = access.person();
    rows.settle(
        access.filling().id(),
        access.filling().version(),
        new Settlement(
            question, respondentId, person == null ? "" : person.name(), questionnaires.now()));
  }

  /**
   * Sends a colleague a link to the questionnaire, for some sections or for all.
   *
   * @return the link's secret, which is kept nowhere
   */
  @Transactional
  String invite(Access access, String name, String email, List<String> sections) {
    access.requireGuide();
    requireOpen(access);
    String named = ReplyForm.words(name, 120);
    String address = email.strip();
    if (!MailAddress.isOne(address)) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_EMAIL);
    }
    Questionnaire content = questionnaires.get(access.filling().version()).content();
    for (String section : sections) {
      if (content.findSection(section).isEmpty()) {
        throw new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION);
      }
    }
    if (rows.listRespondents(access.filling().id()).size() >= MOST_RESPONDENTS) {
      throw new Rejected(QuestionnaireProblem.TOO_MANY_RESPONDENTS, MOST_RESPONDENTS);
    }
    String token = Token.make();
    Instant now = questionnaires.now();
    Instant expires = now.plus(LINK_LIFE);
    Person by = access.person();
    String inviting = by == null ? "" : by.name();
    rows.addRespondent(
        new Respondent(
            UUID.randomUUID(),
            access.filling().id(),
            null,
            named,
            address,
            sections,
            false,
            expires,
            null),
        Token.sha256(token),
        inviting,
        now);
    mails.send(
        address,
        FRENCH.text("questionnaire.mail.subject", access.beneficiary().name()),
        FRENCH.text(
            "questionnaire.mail",
            named,
            inviting,
            access.beneficiary().name(),
            portal.link(QuestionnairePaths.LINKS + "/" + token),
            FRENCH.date(expires)));
    return token;
  }

  /** They answer no more; what they answered stays, with their name. */
  @Transactional
  void remove(Access access, UUID respondentId) {
    access.requireGuide();
    if (!rows.remove(access.filling().id(), respondentId, questionnaires.now())) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_RESPONDENT);
    }
  }

  /** The authority says that it is done. */
  @Transactional
  public void handIn(Person who, UUID fillingId) {
    Access access = enter(fillingId, who);
    access.requireGuide();
    requireOpen(access);
    rows.handIn(
        fillingId,
        questionnaires.now(),
        who.name(),
        facts.of(access.beneficiary().organizationId()));
  }

  /** It can be answered again, in its own version. */
  @Transactional
  public void openAgain(Person who, UUID fillingId) {
    enter(fillingId, who).requireGuide();
    rows.openAgain(fillingId);
  }

  private static void requireOpen(Access access) {
    if (access.filling().isHandedIn()) {
      throw new Rejected(QuestionnaireProblem.HANDED_IN);
    }
  }

  /** True for those who may see all questionnaires. */
  static boolean isOfTheRegion(Person who) {
    return who.role() == Role.FACILITATOR || who.role() == Role.ADMINISTRATOR;
  }
}
