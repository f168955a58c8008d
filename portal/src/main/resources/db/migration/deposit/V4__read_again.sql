-- Files whose reading nobody has agreed to yet are read again: what was refused may be read now, and the
-- sentences about a reading are those of the Jalon that made it.
with again as (
  update deposit.deposit
  set job = 'INSPECT', job_number = job_number + 1, job_stage = null, job_share = 0, job_failed = false,
    failed_step = null
  where published_at is null and step = 'READING' and inspection is not null and job is null
  returning id, job_number
)
insert into deposit.scheduled_task (task_name, task_instance, execution_time, picked, version)
select 'deposit', id || ' ' || job_number, now(), false, 1 from again;
