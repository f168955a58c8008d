package fr.jalon.portal.home;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.checklist.AuthorityItem;
import fr.jalon.portal.checklist.Checklist;
import fr.jalon.portal.checklist.Checklist.OfDataset;
import fr.jalon.portal.checklist.ChecklistPaths;
import fr.jalon.portal.checklist.Checklists;
import fr.jalon.portal.checklist.Line;
import fr.jalon.portal.checklist.Share;
import fr.jalon.portal.culture.Questions;
import fr.jalon.portal.deposit.Publications;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.BeneficiaryView;
import fr.jalon.portal.programme.BeneficiaryViews;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Progress;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The first page of the people of an authority: its season, and the next thing to do. */
@Component
class OwnPage {
  private final Beneficiaries beneficiaries;
  private final BeneficiaryViews views;
  private final Checklists checklists;
  private final Publications publications;
  private final Seasons seasons;
  private final Questions questions;

  OwnPage(
      Beneficiaries beneficiaries,
      BeneficiaryViews views,
      Checklists checklists,
      Publications publications,
      Seasons seasons,
      Questions questions) {
    this.beneficiaries = beneficiaries;
    this.views = views;
    this.checklists = checklists;
    this.publications = publications;
    this.seasons = seasons;
    this.questions = questions;
  }

  /** An authority that takes part in no season has its deposits. */
  String show(Page page, Person who, Model model) {
    List<Beneficiary> own =
        beneficiaries.listOf(Objects.requireNonNull(who.organizationId(), "organization"));
    if (own.isEmpty()) {
      return "redirect:/depots";
    }
    Followed followed = beneficiaries.follow(own.get(0));
    model.addAttribute("page", page.named(own.get(0).name()));
    model.addAttribute("view", view(page, who, followed));
    return "home/own";
  }

  private OwnView view(Page page, Person who, Followed followed) {
    Checklist list = checklists.of(followed);
    List<Dataset> sets =
        list.datasets().stream().flatMap(set -> Stream.ofNullable(set.dataset())).toList();
    BeneficiaryView season = views.of(page, who, followed, sets, List.of());
    Optional<NextThing> next =
        NextThing.of(
            who,
            list,
            publications.awaiting(who),
            new Progress(followed, sets, seasons.now()).phase(),
            seasons.today(),
            seasons.now());
    BeneficiaryView.Money money = season.money();
    Share share = list.share();
    return new OwnView(
        season,
        next.map(one -> sentence(page, one)).orElse(page.t("home.own.calm")),
        next.map(NextThing::href).orElse(null),
        list.datasets().stream().map(set -> set(page, set)).toList(),
        page.n("checklist.share", share.byItself(), share.done(), share.of()),
        list.authority().stream()
            .filter(line -> line.state().isOpen())
            .map(
                line ->
                    new OwnView.Missing(
                        page.t(line.item().words()),
                        ChecklistPaths.item(list.beneficiaryId(), (AuthorityItem) line.item())))
            .toList(),
        money == null ? null : page.t("home.own.money", money.remaining()),
        ChecklistPaths.checklist(list.beneficiaryId()),
        asked(page, sets));
  }

  private List<OwnView.Asked> asked(Page page, List<Dataset> sets) {
    Map<UUID, Integer> waiting = questions.countWaiting(sets.stream().map(Dataset::id).toList());
    return sets.stream()
        .filter(set -> waiting.containsKey(set.id()))
        .map(
            set ->
                new OwnView.Asked(
                    page.n("home.own.asked", waiting.getOrDefault(set.id(), 0), set.title()),
                    Questions.href(set)))
        .toList();
  }

  private static String sentence(Page page, NextThing next) {
    Line line = next.item();
    String item = line == null ? "" : page.t(line.item().words() + ".next", next.about());
    return switch (next.kind()) {
      case VISA -> page.t("home.own.visa", next.about());
      case LATE -> page.t("home.own.late", item, next.due());
      case ITEM -> item;
      case UPDATE -> page.t("home.own.update", next.about());
    };
  }

  private static OwnView.OneSet set(Page page, OfDataset set) {
    Dataset dataset = set.dataset();
    String state =
        dataset == null
            ? page.t("home.own.preparing")
            : page.t("programme.data." + dataset.visibility(), page.date(dataset.updatedAt()));
    return new OwnView.OneSet(
        set.title(),
        set.href(),
        state,
        page.t("checklist.of", set.share().done(), set.share().of()));
  }
}
