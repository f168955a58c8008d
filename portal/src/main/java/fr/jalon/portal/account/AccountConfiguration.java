package fr.jalon.portal.account;

import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.NavEntry;
import fr.jalon.portal.web.Visitor;
import fr.jalon.portal.web.Visitors;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells the pages who is there. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {
  @Bean
  Visitors visitors(CurrentPerson current, Organizations organizations) {
    return () -> current.find().map(person -> visitor(person, organizations)).orElse(null);
  }

  @Bean
  NavEntry people() {
    return new NavEntry(
            80,
            "account.nav",
            "/comptes",
            Set.of(Role.FOCAL_POINT.name(), Role.FACILITATOR.name(), Role.ADMINISTRATOR.name()))
        .ofManagement();
  }

  @Bean
  WebMvcConfigurer signedInPerson(ObjectProvider<CurrentPerson> current) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PersonArgument(current));
      }
    };
  }

  private static Visitor visitor(Person person, Organizations organizations) {
    String place =
        person.organizationId() == null ? null : organizations.get(person.organizationId()).name();
    return new Visitor(person.name(), place, Set.of(person.role().name()));
  }

  private record PersonArgument(ObjectProvider<CurrentPerson> current)
      implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Person.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return current.getObject().get();
    }
  }
}
