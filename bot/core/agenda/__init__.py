"""What has to be done before and after musrenbang: occasions with a date, tasks that hang from them, who is told."""
