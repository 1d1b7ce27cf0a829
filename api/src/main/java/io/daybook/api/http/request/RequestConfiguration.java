package io.daybook.api.http.request;

import io.daybook.api.eventlog.Consequences;
import io.daybook.api.http.json.BookTimes;
import io.daybook.api.http.json.NoBody;
import io.daybook.api.security.Caller;
import io.daybook.api.vault.SecretTable;
import io.daybook.api.watch.Watch;
import io.daybook.kernel.Commands;
import io.daybook.kernel.ProjectionProgress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands {@link Write} and {@link PageRequest} to controllers that take them, and lets reads wait for writes. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration implements WebMvcConfigurer {
    private final Write.Ports ports;
    private final CursorMark cursors;

    RequestConfiguration(
            ObjectProvider<Commands> commands,
            ObjectProvider<ProjectionProgress> progress,
            ObjectProvider<Consequences> consequences,
            InstantSource clock,
            Watch watch,
            SecretTable secrets) {
        this.cursors = new CursorMark(secrets);
        this.ports = new Write.Ports(commands, progress, consequences, clock, watch, new Unseen());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new WriteArgument(ports));
        resolvers.add(new PageArgument(cursors));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new DateOfQuery());
        registry.addConverter(new TextOfQuery());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ReadableQuery()).addPathPatterns("/api/v1/**");
        registry.addInterceptor(new ReadableMedia()).addPathPatterns("/api/v1/**");
        registry.addInterceptor(new KnownParameters())
                .addPathPatterns("/api/v1/**")
                .excludePathPatterns("/api/v1/webhooks/**");
        registry.addInterceptor(new TakesIfMatch()).addPathPatterns("/api/v1/**");
        registry.addInterceptor(new NoBody()).addPathPatterns("/api/v1/**");
        registry.addInterceptor(new Positions(ports.progress(), ports.consequences(), ports.unseen()))
                .addPathPatterns("/api/v1/**");
    }

    private static HttpServletRequest requestOf(NativeWebRequest request) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) throw new IllegalStateException("not a servlet request");
        return servlet;
    }

    /** As in a body: what cannot be in the books is not looked for. */
    private static final class DateOfQuery implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return BookTimes.date(text).orElseThrow(() -> new IllegalArgumentException("not a date of the books"));
        }
    }

    /** As in a body: one way to write a character that has several. */
    private static final class TextOfQuery implements Converter<String, String> {
        @Override
        public String convert(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }

    private record WriteArgument(Write.Ports ports) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Write.class;
        }

        @Override
        public Write resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
            if (response == null) throw new IllegalStateException("not a servlet response");
            return new Write(Caller.current(), requestOf(request), response, ports);
        }
    }

    private record PageArgument(CursorMark cursors) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == PageRequest.class;
        }

        @Override
        public PageRequest resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servlet = requestOf(request);
            return PageRequest.parse(
                    cursors, list(servlet), servlet.getParameter("limit"), servlet.getParameter("cursor"));
        }

        /** A path and what it is narrowed by, in any order: a cursor of one selection leads nowhere in another. */
        private static String list(HttpServletRequest request) {
            return request.getParameterMap().entrySet().stream()
                    .filter(parameter -> !PageRequest.NAMES.contains(parameter.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(parameter -> parameter.getKey() + "=" + String.join(",", parameter.getValue()))
                    .collect(Collectors.joining("&", request.getRequestURI() + "?", ""));
        }
    }
}
