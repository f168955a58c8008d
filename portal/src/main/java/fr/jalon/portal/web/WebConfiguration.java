package fr.jalon.portal.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the page frame: the language, the {@link Page} argument of controllers, static files. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  private static final LanguageChoice LANGUAGE = new LanguageChoice();

  @Bean
  LanguageChoice localeResolver() {
    return LANGUAGE;
  }

  /** Templates are compiled with the portal: a mistake in one fails the build. */
  @Bean
  TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  WebMvcConfigurer pageFrame(ObjectProvider<Pages> pages) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(LANGUAGE);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageArgument(pages));
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : List.of("css", "js", "fonts", "img")) {
          registry
              .addResourceHandler("/" + folder + "/**")
              .addResourceLocations("classpath:/static/" + folder + "/")
              .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic());
        }
      }
    };
  }

  private record PageArgument(ObjectProvider<Pages> pages)
      implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Page.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
      if (servlet == null) {
        throw new IllegalStateException("a page needs an HTTP request");
      }
      return pages.getObject().of(servlet);
    }
  }
}
