package fr.jalon.portal.review;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.programme.BeneficiaryPart;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.web.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The reports, on the page of a beneficiary. */
@Component
@Order(50)
class ReviewPart implements BeneficiaryPart {
  private final Reviews reviews;

  ReviewPart(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public Shown show(Page page, Person who, Followed followed) {
    UUID id = followed.beneficiary().id();
    List<Review> all = reviews.listOf(who, id);
    return new Shown(
        "bilans",
        page.t("review.part"),
        page.n("review.part", all.size(), all.stream().filter(Review::isFrozen).count()),
        List.of(),
        ReviewPaths.beneficiary(id),
        page.t("review.part.see"));
  }
}
