package io.daybook.api.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever ends a controller into a problem. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> on(ProblemException told, HttpServletRequest request) {
        ProblemException e = StaleViews.instead(told, request);
        if (e.isRuled()) Ruled.mark(request);
        HttpHeaders headers = new HttpHeaders();
        if (e.status() == 503) headers.set(HttpHeaders.RETRY_AFTER, "1");
        return answer(Problem.of(e.status(), e.code(), e.detail(), RequestId.of(request), e.errors()), headers);
    }

    @ExceptionHandler({TransientDataAccessException.class, DataAccessResourceFailureException.class})
    ResponseEntity<Object> onDatabase(Exception e, HttpServletRequest request) {
        LOG.warn("the database did not answer", e);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return answer(problem("unavailable", request, List.of()), headers);
    }

    /** An upload that stops coming: the database lets go of its transaction before the container does of the connection. */
    @ExceptionHandler
    ResponseEntity<Object> onRollback(TransactionSystemException e, HttpServletRequest request) {
        return e.getApplicationException() instanceof ProblemException first
                ? on(first, request)
                : onAnythingElse(e, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> onAnythingElse(Exception e, HttpServletRequest request) {
        LOG.error("a request failed", e);
        return answer(problem("internal", request, List.of()), new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest web) {
        return on(ProblemException.at(List.of(BodyFaults.of(e.getCause()))), request(web));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest web) {
        String detail = "The parameter " + e.getParameterName() + " is required.";
        return on(ProblemException.of("missing-parameter", detail), request(web));
    }

    @ExceptionHandler
    ResponseEntity<Object> onParameter(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return on(ProblemException.badParameter(e.getName(), Expected.of(e.getRequiredType())), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest web) {
        if (status.is5xxServerError()) LOG.error("a request failed", e);
        return answer(problem(ProblemStatus.codeOf(status.value()), request(web), List.of()), headers);
    }

    private static Problem problem(String code, HttpServletRequest request, List<Problem.Field> errors) {
        return Problem.of(ProblemStatus.of(code), code, Sentences.of(code), RequestId.of(request), errors);
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpServletRequest request(WebRequest web) {
        HttpServletRequest request = ((NativeWebRequest) web).getNativeRequest(HttpServletRequest.class);
        if (request == null) throw new IllegalStateException("not a servlet request");
        return request;
    }
}
