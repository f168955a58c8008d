package fr.jalon.portal.checklist;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.checklist.Checklist.OfDataset;
import fr.jalon.portal.checklist.ChecklistView.Group;
import fr.jalon.portal.checklist.ChecklistView.OneLine;
import fr.jalon.portal.checklist.ChecklistView.OneSet;
import fr.jalon.portal.checklist.Item.ItemPhase;
import fr.jalon.portal.checklist.ItemView.Word;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.BeneficiaryPart;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells checklists in words, on their own pages and on the beneficiary's. */
@Component
@Order(20)
class ChecklistViews implements BeneficiaryPart {
  private final Checklists checklists;
  private final Seasons seasons;

  ChecklistViews(Checklists checklists, Seasons seasons) {
    this.checklists = checklists;
    this.seasons = seasons;
  }

  @Override
  public Shown show(Page page, Person who, Followed followed) {
    Checklist list = checklists.of(followed);
    return new Shown(
        "check-list",
        page.t("checklist.title"),
        share(page, list.share()),
        Stream.concat(
                list.authority().stream()
                    .filter(line -> line.state().isOpen())
                    .map(line -> page.t("checklist.missing", page.t(line.item().words()))),
                list.datasets().stream()
                    .map(
                        set ->
                            page.t(
                                "checklist.dataset.share",
                                set.title(),
                                set.share().done(),
                                set.share().of())))
            .toList(),
        ChecklistPaths.checklist(list.beneficiaryId()),
        page.t("checklist.see"));
  }

  /** "9 points sur 15, dont 7 cochés tout seuls." */
  static String share(Page page, Share share) {
    return page.n("checklist.share", share.byItself(), share.done(), share.of());
  }

  ChecklistView of(Page page, Followed followed, Checklist list) {
    Beneficiary one = followed.beneficiary();
    return new ChecklistView(
        one.name(),
        one.href(),
        followed.season().name(),
        share(page, list.share()),
        Stream.of(ItemPhase.values()).map(phase -> group(page, list, phase)).toList(),
        list.datasets().stream().map(set -> set(page, list, set)).toList());
  }

  private Group group(Page page, Checklist list, ItemPhase phase) {
    List<Line> lines =
        list.authority().stream().filter(line -> line.item().phase() == phase).toList();
    Share share = Share.of(lines);
    return new Group(
        page.t("checklist.phase." + phase),
        page.t("checklist.of", share.done(), share.of()),
        lines.stream().map(line -> line(page, line, href(list, null, line.item()))).toList());
  }

  private OneSet set(Page page, Checklist list, OfDataset set) {
    return new OneSet(
        set.title(),
        set.href(),
        page.t("checklist.of", set.share().done(), set.share().of()),
        set.dataset() == null || set.dataset().published() == null,
        set.lines().stream().map(line -> line(page, line, href(list, set, line.item()))).toList());
  }

  private static String href(Checklist list, @Nullable OfDataset set, Item item) {
    if (item instanceof DatasetItem one && set != null) {
      return ChecklistPaths.item(list.beneficiaryId(), set.subject(), one);
    }
    return item instanceof AuthorityItem one
        ? ChecklistPaths.item(list.beneficiaryId(), one)
        : ChecklistPaths.checklist(list.beneficiaryId());
  }

  OneLine line(Page page, Line line, String itemHref) {
    Proof proof = line.proof();
    Mark mark = line.mark();
    String shown = "";
    String proofHref = null;
    String since = "";
    boolean elsewhere = false;
    if (proof != null) {
      shown = proof.about();
      proofHref = proof.href();
      since = proof.day() == null ? "" : page.t("checklist.since", proof.day());
    } else if (mark != null) {
      elsewhere = !mark.link().isEmpty();
      proofHref = elsewhere ? mark.link() : null;
      shown = mark.words().isEmpty() ? mark.link() : mark.words();
      since = page.t("checklist.said", mark.by(), page.date(mark.at()));
    }
    return new OneLine(
        page.t(line.item().words()),
        sign(line.state()),
        line.state(),
        stateText(page, line),
        shown,
        proofHref,
        elsewhere,
        since,
        mark == null || !line.state().isOpen() ? "" : due(page, mark),
        line.isLate(seasons.today()),
        itemHref);
  }

  private static String stateText(Page page, Line line) {
    return line.proof() != null
        ? page.t("checklist.state.TICKED")
        : page.t("checklist.state." + line.state());
  }

  private static String sign(ItemState state) {
    return switch (state) {
      case TO_DO -> "○";
      case UNDER_WAY -> "◐";
      case DONE -> "●";
      case NOT_CONCERNED -> "–";
    };
  }

  private static String due(Page page, Mark mark) {
    LocalDate day = mark.due();
    if (day == null) {
      return mark.owner();
    }
    return mark.owner().isEmpty()
        ? page.t("checklist.due", day)
        : page.t("checklist.due.owner", mark.owner(), day);
  }

  /**
   * An item on its own page.
   *
   * @param set the dataset it is about, null for the authority
   * @param typed what was sent and is to be put right, null to show what is
   * @param conflict true when something was said since the form was made
   */
  ItemView item(
      Page page,
      Followed followed,
      Checklist list,
      @Nullable OfDataset set,
      Line line,
      List<Mark> history,
      @Nullable Map<String, String> typed,
      boolean conflict) {
    Item item = line.item();
    String action = href(list, set, item);
    Map<String, String> states = new LinkedHashMap<>();
    Stream.of(ItemState.values())
        .filter(state -> state != ItemState.DONE || !item.ticksItself())
        .forEach(state -> states.put(state.name(), page.t("checklist.state." + state)));
    return new ItemView(
        page.t(item.words()),
        set == null ? followed.beneficiary().name() : set.title(),
        page.t(item.words() + ".help"),
        line(page, line, action),
        conflict && line.mark() != null ? word(page, line.mark()) : null,
        states,
        typed == null ? typed(line.mark()) : typed,
        line.revision(),
        item instanceof DatasetItem one && one.needsLink(),
        history.stream().map(mark -> word(page, mark)).toList(),
        action,
        ChecklistPaths.checklist(list.beneficiaryId()));
  }

  private static Word word(Page page, Mark mark) {
    return new Word(
        page.t("checklist.said.at", mark.by(), mark.at()),
        page.t("checklist.state." + mark.state()),
        mark.words(),
        mark.link(),
        due(page, mark));
  }

  private static Map<String, String> typed(@Nullable Mark mark) {
    Map<String, String> typed = new LinkedHashMap<>();
    if (mark != null) {
      typed.put("state", mark.state().name());
      typed.put("words", mark.words());
      typed.put("link", mark.link());
      typed.put("owner", mark.owner());
      typed.put("due", mark.due() == null ? "" : mark.due().toString());
    }
    return typed;
  }
}
